namespace PaymentsApp.Domain;

/// <summary>The bank took a payment back: it is reversed on the bank's date, and what it paid is open again.</summary>
/// <param name="ReversalId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="ReturnedOn">The bank's date; not before the payment.</param>
/// <param name="ReturnCode">One of <see cref="ReturnCodes.All"/>.</param>
/// <param name="BankFee">What the bank charges the publisher for it, in the payment's currency; zero for nothing.</param>
/// <param name="ChargesPayer">Raise an invoice over the fee of the settings.</param>
/// <param name="Note">Free text for colleagues; null for none.</param>
public sealed record ReturnPayment(
    Guid ReversalId, Guid PaymentId, DateOnly ReturnedOn, string ReturnCode, Money BankFee, bool ChargesPayer, string? Note)
{
    /// <summary>As in <see cref="ReversePayment"/>.</summary>
    public Guid? ConfirmedDepositId { get; init; }

    /// <summary>As in <see cref="ReversePayment"/>.</summary>
    public bool TakesCreditBack { get; init; } = true;
}
