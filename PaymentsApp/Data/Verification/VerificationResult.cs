namespace PaymentsApp.Data.Verification;

/// <summary>How much was verified, and how much of it was wrong.</summary>
/// <param name="Invoices">Invoices looked at.</param>
/// <param name="Payments">Payments looked at.</param>
/// <param name="AuditEntries">Audit entries whose hash was recomputed.</param>
/// <param name="Differences">How many differences were found.</param>
public sealed record VerificationResult(long Invoices, long Payments, long AuditEntries, long Differences)
{
    public bool IsClean => Differences == 0;
}
