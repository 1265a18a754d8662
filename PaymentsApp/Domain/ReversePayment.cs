namespace PaymentsApp.Domain;

/// <summary>Cancels a whole payment: its allocations are reversed, its money is gone.</summary>
/// <param name="ReversalId">Made by the caller; the idempotency key.</param>
/// <param name="ReversedOn">The business date of the reversal; not before the payment.</param>
public sealed record ReversePayment(Guid ReversalId, Guid PaymentId, DateOnly ReversedOn, string Reason)
{
    /// <summary>The closed deposit that the payment is in, as far as the person has seen it and goes on; null: none was seen.</summary>
    public Guid? ConfirmedDepositId { get; init; }

    /// <summary>
    /// Credit that was used in the payment's window is taken back with it: older money is unapplied, a credit note is no longer netted. Otherwise it stays where it is.
    /// </summary>
    public bool TakesCreditBack { get; init; } = true;
}
