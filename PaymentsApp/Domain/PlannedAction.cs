namespace PaymentsApp.Domain;

/// <summary>When somebody should look at a client account again, and who.</summary>
/// <param name="IsOwn">The person who plans it; false: anyone in Finance.</param>
public sealed record PlannedAction(DateOnly DueOn, bool IsOwn);
