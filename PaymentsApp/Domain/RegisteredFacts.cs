namespace PaymentsApp.Domain;

/// <summary>What one registration adds: the payment, the bank fee if any, and the allocations.</summary>
public sealed record RegisteredFacts(Payment Payment, Adjustment? BankFee, IReadOnlyList<Allocation> Allocations);
