namespace PaymentsApp.Domain;

// Corrections of payments, and the closed period.
public abstract partial record PaymentProblem
{
    /// <summary>The date lies in the closed period, which ends with <paramref name="ClosedThrough"/>.</summary>
    public sealed record PeriodClosed(DateOnly Date, DateOnly ClosedThrough) : PaymentProblem;

    /// <summary>Part of the payment was paid back: it is only reversed when no refund stands.</summary>
    public sealed record PaymentIsRefunded(long Number, Money Refunded) : PaymentProblem;
}
