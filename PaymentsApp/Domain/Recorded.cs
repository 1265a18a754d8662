namespace PaymentsApp.Domain;

/// <summary>Who wrote a fact, and when (UTC).</summary>
public readonly record struct Recorded(DateTime At, string ById);
