namespace PaymentsApp.Domain;

/// <summary>Asks to take a difference on an invoice back: the invoice is open again by this much.</summary>
/// <param name="ReversalId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="AdjustmentId">The difference.</param>
/// <param name="Reason">Why.</param>
public sealed record ReverseAdjustment(Guid ReversalId, Guid AdjustmentId, string Reason);
