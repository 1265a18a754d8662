namespace PaymentsApp.Domain;

/// <summary>Why a payment is refused: something a user or a colleague caused. Shown, never thrown.</summary>
public abstract partial record PaymentProblem
{
    /// <summary>The person may not do this. A foreign id is answered as <see cref="NotFound"/> instead.</summary>
    public sealed record NotAllowed : PaymentProblem;

    /// <summary>There is no such thing, or none that this person may see.</summary>
    /// <param name="What">Organization, invoice, payment, payment type, allocation.</param>
    public sealed record NotFound(string What) : PaymentProblem;

    /// <summary>The same window was saved before with other figures.</summary>
    public sealed record RegisteredWithOtherFigures(Guid PaymentId, long Number, Money Registered, DateOnly ReceivedOn, Money Wanted)
        : PaymentProblem;

    public sealed record AmountNotPositive : PaymentProblem;

    /// <summary>Above <see cref="RegisterPayment.LargestAmountMinor"/>.</summary>
    public sealed record AmountTooLarge : PaymentProblem;

    public sealed record BankFeeNegative : PaymentProblem;

    public sealed record ReceivedInFuture(DateOnly ReceivedOn, DateOnly Today) : PaymentProblem;

    /// <summary>The date lies so far back that it must be a slip of the pen.</summary>
    public sealed record ReceivedTooLongAgo(DateOnly ReceivedOn) : PaymentProblem;

    public sealed record PaymentTypeMissing : PaymentProblem;

    public sealed record TextTooLong(string Field, int LongestLength) : PaymentProblem;

    /// <summary>A card number in free text; it must not be stored (PCI DSS 3).</summary>
    public sealed record CardNumberInText(string Field) : PaymentProblem;

    public sealed record ReasonMissing : PaymentProblem;

    public sealed record CurrencyMismatch(string InvoiceNumber, string InvoiceCurrency, string PaymentCurrency) : PaymentProblem;

    public sealed record InvoiceOfAnotherOrganization(string InvoiceNumber) : PaymentProblem;

    public sealed record InvoiceTwice(string InvoiceNumber) : PaymentProblem;

    public sealed record ApplyNotPositive(string InvoiceNumber) : PaymentProblem;

    /// <summary>More applied than is open.</summary>
    /// <param name="Latest">The newest payment on the invoice, if any: who paid what and when.</param>
    public sealed record MoreThanOutstanding(
        int InvoiceId, string InvoiceNumber, Money Wanted, Money Outstanding, LatestAllocation? Latest) : PaymentProblem;

    public sealed record AppliedMoreThanReceived(Money Applied, Money Applicable) : PaymentProblem;

    /// <summary>The payment was reversed; nothing of it can be applied or reversed again.</summary>
    public sealed record PaymentIsReversed(long Number) : PaymentProblem;

    /// <summary>The allocation was taken back already.</summary>
    public sealed record AlreadyUnapplied : PaymentProblem;

    public sealed record ReversedBeforeReceived(DateOnly ReceivedOn) : PaymentProblem;
}
