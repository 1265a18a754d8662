namespace PaymentsApp.Domain;

/// <summary>Takes one allocation back; the payment keeps the money as unapplied credit.</summary>
/// <param name="ReversalId">Made by the caller; the idempotency key.</param>
public sealed record UnapplyAllocation(Guid ReversalId, Guid AllocationId, string Reason);
