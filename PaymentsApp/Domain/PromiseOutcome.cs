namespace PaymentsApp.Domain;

/// <summary>What became of a promise, and how much arrived for it in time, in minor units.</summary>
public readonly record struct PromiseOutcome(PromiseState State, long ArrivedMinor);
