using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Verification;

/// <summary>Reads the audit trail from its first entry and recomputes every hash.</summary>
internal static class AuditChain
{
    /// <returns>How many entries there are.</returns>
    public static async Task<long> VerifyAsync(AppDbContext db, Action<LedgerDifference> found, CancellationToken cancel)
    {
        long count = 0, seq = 0;
        var hash = AuditEntry.NoHash;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Seq != seq + 1)
            {
                Report(entry.Seq, $"{seq + 1} is expected here: entries are missing or out of order");
            }
            else if (entry.PrevHash != hash)
            {
                Report(entry.Seq, "does not hold the hash of the entry before");
            }

            if (entry.ComputeHash() != entry.Hash)
            {
                Report(entry.Seq, "was changed: its hash does not fit its content");
            }

            seq = entry.Seq;
            hash = entry.Hash;
            count++;
        }

        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(cancel);
        if (head is null)
        {
            found(new LedgerDifference(LedgerCheck.AuditChain, "Ledger head", "is missing"));
        }
        else if (head.AuditSeq != seq || head.AuditHash != hash)
        {
            found(new LedgerDifference(
                LedgerCheck.AuditChain, "End of the audit trail", $"the ledger head is at entry {head.AuditSeq}, the last entry is {seq}"
                + (head.AuditSeq == seq ? ", with another hash" : string.Empty)));
        }

        return count;

        void Report(long at, string finding) => found(new LedgerDifference(LedgerCheck.AuditChain, $"Audit entry {at}", finding));
    }
}
