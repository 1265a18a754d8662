namespace PaymentsApp.Domain;

/// <summary>
/// Says that existing credit was used in the window of a payment: which allocation or netting it became. A fact; whoever takes the payment back is asked
/// about the credit too.
/// </summary>
public sealed class CreditBeside(Guid paymentId, Guid factId, CreditKind kind)
{
    public Guid PaymentId { get; private set; } = paymentId;

    /// <summary>The allocation of another payment, or the adjustment that nets a credit note.</summary>
    public Guid FactId { get; private set; } = factId;

    public CreditKind Kind { get; private set; } = kind;
}
