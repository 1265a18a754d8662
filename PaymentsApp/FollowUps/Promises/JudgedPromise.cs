using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>A promise, and what became of it.</summary>
internal sealed record JudgedPromise(PaymentPromise Promise, PromiseOutcome Outcome);
