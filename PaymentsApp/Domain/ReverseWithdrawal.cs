namespace PaymentsApp.Domain;

/// <summary>The cancellation or the refund of a credit note did not happen: its credit is there again.</summary>
/// <param name="ReversalId">Made by the caller; the idempotency key.</param>
/// <param name="WithdrawalId">What is taken back.</param>
/// <param name="ReversedOn">The business date; not before what is taken back.</param>
/// <param name="Reason">Why.</param>
public sealed record ReverseWithdrawal(Guid ReversalId, Guid WithdrawalId, DateOnly ReversedOn, string Reason);
