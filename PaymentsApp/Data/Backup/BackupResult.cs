using PaymentsApp.Data.Verification;

namespace PaymentsApp.Data.Backup;

/// <summary>What became of a backup.</summary>
public abstract record BackupResult
{
    /// <summary>The copy is on disk and was read back.</summary>
    /// <param name="Bytes">Its size.</param>
    /// <param name="Verification">What its verification says; null when the database is of another version of the program.</param>
    /// <param name="AuditSeq">The last audit entry in the copy. Kept elsewhere with its hash, it shows later whether the trail was cut.</param>
    public sealed record Made(long Bytes, VerificationResult? Verification, long AuditSeq, string AuditHash) : BackupResult;

    /// <summary>No copy was made.</summary>
    public sealed record Refused(string Reason) : BackupResult;
}
