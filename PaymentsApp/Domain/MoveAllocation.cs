namespace PaymentsApp.Domain;

/// <summary>Takes part or all of an allocation off its invoice and applies it to another one; the rest stays where it was.</summary>
/// <param name="NewAllocationId">Of the allocation on the other invoice; made by the caller (Guid v7), the idempotency key.</param>
/// <param name="AllocationId">What is moved.</param>
/// <param name="InvoiceId">Where to.</param>
/// <param name="Amount">At most what is applied now, and at most what is open on the other invoice.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveAllocation(Guid NewAllocationId, Guid AllocationId, int InvoiceId, Money Amount, string Reason);
