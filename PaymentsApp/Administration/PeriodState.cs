namespace PaymentsApp.Administration;

/// <summary>What is closed, and whether somebody wants to reopen.</summary>
/// <param name="ClosedThrough">The last closed day; null when nothing is closed.</param>
/// <param name="Request">What waits for a second administrator; null when nothing does.</param>
public sealed record PeriodState(DateOnly? ClosedThrough, ReopenRequest? Request);
