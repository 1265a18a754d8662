namespace PaymentsApp.Domain;

/// <summary>What is open of one invoice, in minor units.</summary>
public readonly record struct OpenDebt(string Currency, long Minor, DateOnly DueOn);
