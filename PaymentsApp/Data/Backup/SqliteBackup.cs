using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data.Verification;
using SQLitePCL;

namespace PaymentsApp.Data.Backup;

/// <summary>
/// Copies the SQLite database while people work. VACUUM INTO writes one moment of it into a new file, through a
/// connection of its own: writers go on. The copy gets its name only after it was read back and verified.
/// </summary>
public sealed class SqliteBackup(DatabaseOptions database)
{
    private const int Interrupted = 9; // SQLITE_INTERRUPT

    /// <param name="file">Where to; must not exist.</param>
    /// <param name="found">Called with each difference that the verification of the copy finds.</param>
    /// <param name="cancel">Stops it and removes what was copied.</param>
    public async Task<BackupResult> CopyAsync(string file, Action<LedgerDifference> found, CancellationToken cancel)
    {
        var target = Path.GetFullPath(file);
        if (Refusal(target) is { } reason)
        {
            return new BackupResult.Refused(reason);
        }

        var partial = $"{target}.partial";
        try
        {
            File.Delete(partial);
            PrivateFiles.Create(partial); // VACUUM INTO takes an empty file, and leaves its rights as they are
            await CopyIntoAsync(partial, cancel);
            var made = await ReadBackAsync(partial, found, cancel);
            File.Move(partial, target, overwrite: false);
            return made;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            cancel.ThrowIfCancellationRequested();
            return new BackupResult.Refused($"The copy could not be written: {e.Message}");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private string? Refusal(string target) =>
        !File.Exists(database.SqlitePath) ? $"There is no database at {database.SqlitePath}."
        : Path.Exists(target) ? $"{target} exists already. A backup never overwrites a file."
        : !Directory.Exists(Path.GetDirectoryName(target)) ? $"There is no folder {Path.GetDirectoryName(target)}."
        : null;

    private async Task CopyIntoAsync(string partial, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(database.SqliteConnectionString(pooled: false));
        await connection.OpenAsync(cancel);
        SqliteConnections.Prepare(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$file", partial);
        await using var stop = cancel.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException(cancel);
        }

        // VACUUM INTO leaves the copy in the operating system's hands.
        await using var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static async Task<BackupResult.Made> ReadBackAsync(string partial, Action<LedgerDifference> found, CancellationToken cancel)
    {
        await using var db = OpenReadOnly(partial);
        var isThisVersion = !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
        var verification = isThisVersion ? await LedgerVerification.RunAsync(db, found, cancel) : null;
        if (!isThisVersion)
        {
            await LedgerVerification.VerifyFileAsync(db, found, cancel);
        }

        var head = await db.LedgerHeads.SingleOrDefaultAsync(cancel);
        return new BackupResult.Made(new FileInfo(partial).Length, verification, head?.AuditSeq ?? 0, head?.AuditHash ?? string.Empty);
    }

    /// <summary>A context over a file that is not the program's own database.</summary>
    internal static SqliteAppDbContext OpenReadOnly(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        return new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>()
            .UseSqlite(connection.ToString())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);
    }
}
