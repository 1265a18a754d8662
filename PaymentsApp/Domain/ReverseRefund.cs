namespace PaymentsApp.Domain;

/// <summary>Takes a refund back that did not reach the payer: the credit is there again.</summary>
/// <param name="ReversalId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="RefundId">What is taken back.</param>
/// <param name="ReversedOn">The business date; not before the refund.</param>
/// <param name="Reason">Why.</param>
public sealed record ReverseRefund(Guid ReversalId, Guid RefundId, DateOnly ReversedOn, string Reason);
