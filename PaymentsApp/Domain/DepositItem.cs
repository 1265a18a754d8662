namespace PaymentsApp.Domain;

/// <summary>A payment in a deposit. A fact; the payment's id is the key, so that it is in one deposit only.</summary>
public sealed class DepositItem(Guid paymentId, Guid depositId, string currency)
{
    public Guid PaymentId { get; private set; } = paymentId;

    public Guid DepositId { get; private set; } = depositId;

    /// <summary>Of both.</summary>
    public string Currency { get; private set; } = currency;
}
