using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentsApp.Data.Guards;

namespace PaymentsApp.Data.Verification;

/// <summary>
/// Proves the books: recomputes every balance from the facts and every hash of the audit trail. It reads one moment
/// of the database, so it may run while people work; on SQLite the write-ahead log grows until it is done.
/// </summary>
public sealed class LedgerVerification(IDbContextFactory<AppDbContext> contexts)
{
    private static IReadOnlyList<VerificationQuery> SqliteQueries { get; } =
    [
        new(LedgerCheck.Integrity, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
            row => new LedgerDifference(LedgerCheck.Integrity, "Database file", row.GetString(0))),
        new(LedgerCheck.ForeignKeys, """SELECT "table", "parent", rowid FROM pragma_foreign_key_check""",
            row => new LedgerDifference(
                LedgerCheck.ForeignKeys, $"{row.GetString(0)} row {row.GetValue(2)}", $"points at a row of {row.GetString(1)} that is not there")),
    ];

    /// <param name="found">Called with each difference as it is found.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<VerificationResult> RunAsync(Action<LedgerDifference> found, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await RunAsync(db, found, cancel);
    }

    /// <summary>Verifies another database: a backup. Inside a transaction of the context it sees what that one has written.</summary>
    internal static async Task<VerificationResult> RunAsync(AppDbContext db, Action<LedgerDifference> found, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(TimeSpan.Zero); // as long as it takes
        return await ReadSnapshot.RunAsync(db, () => VerifyAsync(db, found, cancel), cancel);
    }

    /// <summary>What can be verified of a file from another version of the program: that it is whole.</summary>
    internal static async Task VerifyFileAsync(SqliteAppDbContext db, Action<LedgerDifference> found, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        foreach (var query in SqliteQueries)
        {
            await QueryAsync(db, query, found, cancel);
        }
    }

    private static async Task<VerificationResult> VerifyAsync(AppDbContext db, Action<LedgerDifference> found, CancellationToken cancel)
    {
        long differences = 0;
        void Count(LedgerDifference difference)
        {
            differences++;
            found(difference);
        }

        var isSqlite = db is SqliteAppDbContext;
        List<VerificationQuery> queries = [.. isSqlite ? SqliteQueries : [], .. BalanceQueries.All];
        foreach (var query in queries)
        {
            await QueryAsync(db, query, Count, cancel);
        }

        await VerifyGuardsAsync(db, isSqlite, Count, cancel);
        await PaymentRecords.VerifyAsync(db, Count, cancel);
        var entries = await AuditChain.VerifyAsync(db, Count, cancel);
        return new VerificationResult(
            await db.Invoices.LongCountAsync(cancel), await db.Payments.LongCountAsync(cancel), entries, differences);
    }

    private static async Task VerifyGuardsAsync(AppDbContext db, bool isSqlite, Action<LedgerDifference> found, CancellationToken cancel)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await ReadAsync(
            db,
            isSqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                : "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
            row => present.Add(row.GetString(0)),
            cancel);

        foreach (var guard in (isSqlite ? GuardedTables.SqliteTriggers : GuardedTables.PostgresTriggers).Where(guard => !present.Contains(guard)))
        {
            found(new LedgerDifference(LedgerCheck.Guards, $"Guard {guard}", "is missing or switched off"));
        }
    }

    private static Task QueryAsync(AppDbContext db, VerificationQuery query, Action<LedgerDifference> found, CancellationToken cancel) =>
        ReadAsync(db, query.Sql, row => found(query.Read(row)), cancel);

    private static async Task ReadAsync(AppDbContext db, string sql, Action<DbDataReader> read, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            read(reader);
        }
    }
}
