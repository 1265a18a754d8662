using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PaymentsApp.Data;

/// <summary>Several reads that see one state of the database and keep nobody from writing.</summary>
internal static class ReadSnapshot
{
    /// <summary>Runs reads on this context. Inside a transaction of the context they see what that one has written.</summary>
    public static async Task<T> RunAsync<T>(AppDbContext db, Func<Task<T>> readAsync, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await readAsync();
        }

        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();

        // Not through BeginTransaction: on SQLite that would lock out all writers.
        await ExecuteAsync(connection, db is SqliteAppDbContext ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel);
        try
        {
            return await readAsync();
        }
        finally
        {
            await ExecuteAsync(connection, "ROLLBACK", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
