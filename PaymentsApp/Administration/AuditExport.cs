using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>The audit log as a file, hashes included, so that an auditor can check the chain without the program.</summary>
public sealed class AuditExport(AuditQueries queries, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    private static readonly string[] Header = ["Seq", "At (UTC)", "Actor", "Actor id", "Action", "Entity", "Entity id", "Body", "Previous hash", "Hash"];

    /// <summary>Writes the entries that fit, oldest first, as CSV; that it was exported is an entry of its own.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="file">Stays open. UTF-8.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <returns>How many entries.</returns>
    /// <exception cref="AccessDeniedException">Administrators only; nothing was written.</exception>
    public async Task<long> ExportAsync(AuditFilter filter, Stream file, CancellationToken cancel)
    {
        long count = 0;
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            await WriteLineAsync(csv, Header);
            await foreach (var (entry, actor) in queries.ReadAsync(filter, cancel))
            {
                count++;
                await WriteLineAsync(
                    csv,
                    entry.Seq.ToString(CultureInfo.InvariantCulture), entry.At.ToString("O", CultureInfo.InvariantCulture), actor, entry.ActorId,
                    entry.Action, entry.Entity, entry.EntityId, entry.Body, entry.PrevHash, entry.Hash);
            }
        }

        await writes.ExecuteAsync(
            async (db, _, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.Administer, db, cancel);
                var body = JsonSerializer.Serialize(new { filter.ActorId, filter.Action, filter.Entity, filter.EntityId, filter.From, filter.To, entries = count });
                await db.AppendAuditAsync(new AuditFact("Exported", "AuditLog", "1", body), clock.RecordedBy(access.UserId), cancel);
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel);
        return count;
    }

    private static async Task WriteLineAsync(CsvWriter csv, params string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(SpreadsheetText.Escaped(cell));
        }

        await csv.NextRecordAsync();
    }
}
