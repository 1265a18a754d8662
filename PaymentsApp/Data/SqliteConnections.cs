using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PaymentsApp.Data;

/// <summary>Sets what every SQLite connection needs; most of it does not stick to the file.</summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    // wal_autocheckpoint=0: SQLite below 3.51.3 can lose a commit when a checkpoint on one connection races a
    // write on another (https://sqlite.org/wal.html, "WAL-reset bug"). Only SqliteWrites checkpoints, in a mode
    // that holds the write lock. This rule may go when the package brings 3.51.3.
    private const string Pragmas =
        """
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA recursive_triggers = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -16384;
        """;

    private const string WriteAheadLog = "PRAGMA journal_mode = WAL;";

    public static readonly SqliteConnections Interceptor = new();

    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // EF Core looks whether the file exists through a read-only connection, which cannot change the mode
        // of a file that has lost it: a copy made by VACUUM INTO.
        var isReadOnly = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        command.CommandText = isReadOnly ? Pragmas : WriteAheadLog + Pragmas;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection)
        {
            Prepare(connection);
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
