namespace PaymentsApp.Domain;

/// <summary>
/// Reverses a payment and registers it again as it should have been, in one step. What was applied is carried over as far as it fits;
/// the wrong payment stays visible, and both name each other.
/// </summary>
/// <param name="Wrong">The payment to correct.</param>
/// <param name="Right">
/// The payment as it should be, without allocations: they are carried over. Its id is made by the caller (Guid v7), the idempotency key.
/// </param>
/// <param name="Reason">Why.</param>
public sealed record CorrectPayment(Guid Wrong, RegisterPayment Right, string Reason)
{
    /// <summary>As in <see cref="ReversePayment"/>.</summary>
    public Guid? ConfirmedDepositId { get; init; }
}
