namespace PaymentsApp.Administration;

/// <summary>What checking the whole chain found.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="FirstFinding">The first entry that does not fit, and why; null when all fit.</param>
/// <param name="Findings">How many do not fit.</param>
public sealed record AuditVerification(long Entries, string? FirstFinding, int Findings);
