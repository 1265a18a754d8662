namespace PaymentsApp.Domain;

// Corrections of payments, and the closed period.
public abstract partial record PaymentProblem
{
    /// <summary>The date lies in the closed period, which ends with <paramref name="ClosedThrough"/>.</summary>
    public sealed record PeriodClosed(DateOnly Date, DateOnly ClosedThrough) : PaymentProblem;

    /// <summary>The bank has it: it is only taken back by somebody who says that they know.</summary>
    public sealed record InClosedDeposit(Guid DepositId, long Number, DateOnly DepositedOn, string Account) : PaymentProblem;

    /// <summary>The line of the bank's file is decided already, or a colleague looks at it right now.</summary>
    public sealed record BankLineTaken(string? By) : PaymentProblem;

    /// <summary>The payment that was registered for a bank line is not of its amount.</summary>
    public sealed record BankAmountDiffers(long Number, Money Registered, Money Line) : PaymentProblem;

    /// <summary>Somebody worked with the payment of a bank line: taking it back is theirs to do.</summary>
    public sealed record BankPaymentTouched(long Number) : PaymentProblem;

    /// <summary>Part of the payment was paid back: it is only reversed when no refund stands.</summary>
    public sealed record PaymentIsRefunded(long Number, Money Refunded) : PaymentProblem;

    /// <summary>The payment that should be replaced was replaced by another one.</summary>
    public sealed record AlreadyReplaced(long Number, long ByNumber) : PaymentProblem;

    /// <summary>Only a reversed payment is registered again: otherwise the money would be there twice.</summary>
    public sealed record ReplacedIsNotReversed(long Number) : PaymentProblem;

    /// <summary>An allocation is moved to the invoice it is on.</summary>
    public sealed record MovedToItself(string InvoiceNumber) : PaymentProblem;

    public sealed record MovedMoreThanApplied(string InvoiceNumber, Money Wanted, Money Applied) : PaymentProblem;

    public sealed record RefundMoreThanUnapplied(Money Wanted, Money Unapplied) : PaymentProblem;

    public sealed record RefundedBeforeReceived(DateOnly ReceivedOn) : PaymentProblem;

    /// <summary>A colleague took the refund back already.</summary>
    public sealed record RefundIsReversed : PaymentProblem;

    public sealed record ReversedBeforeRefunded(DateOnly RefundedOn) : PaymentProblem;
}
