using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentsApp.Data;

namespace PaymentsApp.Seeding;

/// <summary>
/// Puts many rows into one table in the context's transaction, past the change tracker. For synthetic data only:
/// it skips the domain's checks; the database's own rules hold.
/// </summary>
internal abstract class BulkInsert : IAsyncDisposable
{
    public static async Task<BulkInsert> StartAsync(AppDbContext db, string table, string columns, CancellationToken cancel)
    {
        string[] names = [.. columns.Split(' ').Select(column => $"\"{column}\"")];
        var connection = db.Database.GetDbConnection();
        return connection is Npgsql.NpgsqlConnection postgres
            ? new PostgresBulkInsert(await postgres.BeginBinaryImportAsync(
                $"COPY \"{table}\" ({string.Join(", ", names)}) FROM STDIN (FORMAT BINARY)", cancel))
            : new SqliteBulkInsert(connection, db.Database.CurrentTransaction?.GetDbTransaction(), table, names);
    }

    /// <param name="values">In the order of the columns; null for NULL.</param>
    /// <param name="cancel">Stops it.</param>
    public abstract Task AddAsync(object?[] values, CancellationToken cancel);

    /// <summary>Without it the rows are lost.</summary>
    public abstract Task CompleteAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
