namespace PaymentsApp.Invoicing.Import;

/// <summary>What an import did.</summary>
/// <param name="Tally">Counts and problems.</param>
/// <param name="RejectedPath">The file of rejected lines, or null when there are none.</param>
/// <param name="WasCancelled">It ended early; what was counted as added is in the database.</param>
public sealed record ImportOutcome(ImportTally Tally, string? RejectedPath, bool WasCancelled);
