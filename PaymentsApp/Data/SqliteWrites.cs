using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PaymentsApp.Data;

/// <summary>
/// One gate, first come first served, in front of one write connection. Waiting is asynchronous: SQLite's own wait
/// for a lock sleeps on a pool thread, 150 ms at a time. Readers have connections of their own and never wait here.
/// </summary>
internal sealed class SqliteWrites(DatabaseOptions database) : Writes, IDisposable
{
    /// <summary>Size of the write-ahead log, in bytes, at which it is copied into the database.</summary>
    private const long CheckpointBytes = 4 * 1024 * 1024;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _walPath = database.SqlitePath + "-wal";
    private SqliteWriteConnection? _connection;
    private PooledDbContextFactory<SqliteAppDbContext>? _contexts;

    public void Dispose()
    {
        _connection?.Dispose();
        _gate.Dispose();
    }

    protected override async Task<T> ExecuteOnceAsync<T>(Func<AppDbContext, CancellationToken, Task<T>> body, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await using var db = Contexts().CreateDbContext();
            var result = await RunAsync(db, body, cancel); // BeginTransaction of this provider is BEGIN IMMEDIATE
            Checkpoint();
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    private PooledDbContextFactory<SqliteAppDbContext> Contexts()
    {
        if (_contexts is null)
        {
            _connection = new SqliteWriteConnection(database.SqliteConnectionString(pooled: false));
            _connection.Open();
            SqliteConnections.Prepare(_connection);
            var options = new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(
                _connection,
                // A list of ids goes as one value, whatever its length: the statement stays the same, and compiled.
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
            _contexts = new PooledDbContextFactory<SqliteAppDbContext>(options.Options, poolSize: 1);
        }

        return _contexts;
    }

    private void Checkpoint()
    {
        if (!File.Exists(_walPath) || new FileInfo(_walPath).Length < CheckpointBytes)
        {
            return;
        }

        // TRUNCATE holds the write lock while it copies, so no writer of any process can race it.
        // A reader in the way makes it answer "busy", not fail; a later save tries again.
        using var command = _connection!.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000;";
        command.ExecuteNonQuery();
    }
}
