namespace PaymentsApp.Domain;

// Differences on invoices, and what waits for a second person.
public abstract partial record PaymentProblem
{
    /// <summary>The same difference is in the command twice.</summary>
    public sealed record AdjustmentTwice(string InvoiceNumber) : PaymentProblem;

    public sealed record AdjustmentNotPositive(string InvoiceNumber) : PaymentProblem;

    /// <summary>No reason, or none of this kind of difference.</summary>
    public sealed record ReasonCodeMissing(string InvoiceNumber) : PaymentProblem;

    /// <summary>The differences together are more than what is open after the payment.</summary>
    public sealed record AdjustedMoreThanOpen(string InvoiceNumber, Money Wanted, Money Open) : PaymentProblem;

    public sealed record CreditNoteTooSmall(string CreditNoteNumber, Money Wanted, Money Unapplied) : PaymentProblem;

    /// <summary>The credit together with the payment and the differences is more than what is open.</summary>
    /// <param name="Wanted">All of them together.</param>
    public sealed record CreditMoreThanOpen(string InvoiceNumber, Money Wanted, Money Open) : PaymentProblem;

    /// <summary>Less of the payment is unapplied than is to be used of it.</summary>
    public sealed record PaymentCreditTooSmall(long Number, Money Wanted, Money Unapplied) : PaymentProblem;

    /// <summary>The same use of credit came before, with other figures beside it.</summary>
    public sealed record CreditUsedBefore(string InvoiceNumber) : PaymentProblem;

    /// <summary>A colleague took the difference back already.</summary>
    public sealed record AlreadyTakenBack : PaymentProblem;

    /// <summary>A difference is dated before its invoice.</summary>
    public sealed record AdjustedBeforeIssued(string InvoiceNumber, DateOnly IssuedOn) : PaymentProblem;

    /// <summary>The dispute was closed already.</summary>
    public sealed record DisputeIsClosed : PaymentProblem;

    /// <summary>Nothing was said.</summary>
    public sealed record MessageMissing : PaymentProblem;

    /// <summary>Nobody approves what they asked for.</summary>
    public sealed record OwnRequest : PaymentProblem;

    /// <summary>Only the person who asked may withdraw.</summary>
    public sealed record NotOwnRequest : PaymentProblem;

    /// <summary>A colleague decided meanwhile.</summary>
    public sealed record AlreadyDecided : PaymentProblem;
}
