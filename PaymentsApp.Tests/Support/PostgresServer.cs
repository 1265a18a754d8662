using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using PaymentsApp.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace PaymentsApp.Tests.Support;

/// <summary>
/// A private PostgreSQL for one test run, started when the first test asks for a database. It listens on a free port of
/// this machine only and does not sync to disk: it is thrown away at the end. Where PostgreSQL is not installed, the test
/// that asks is skipped and says so.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Missing = "PostgreSQL 15 or later is not installed (Debian: apt-get install postgresql)";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _templates = new();
    private readonly Lazy<Task<Cluster>> _cluster = new(StartAsync);
    private int _databases;

    private static string? BinFolder { get; } = FindBinFolder();

    /// <summary>An empty database of its own; returns its connection string. Skips the test where there is no PostgreSQL.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancel = default) => CreateAsync("template0", cancel);

    /// <summary>Runs one of PostgreSQL's own programs, pg_dump for example, against a database of <see cref="CreateDatabaseAsync(CancellationToken)"/>.</summary>
    public static Task RunToolAsync(string program, string connectionString, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        return Programs.RunAsync(
            Path.Combine(BinFolder ?? "", program),
            ["--host", $"{server.Host}", "--port", $"{server.Port}", "--username", $"{server.Username}", "--dbname", $"{server.Database}", .. arguments],
            cancel);
    }

    /// <summary>
    /// A copy of a database that is filled once in a run: <paramref name="fill"/> gets its connection string (without
    /// pooling, because a database that somebody is connected to cannot be copied).
    /// </summary>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> fill, CancellationToken cancel = default)
    {
        await RunningAsync();
        await _templates.GetOrAdd(template, name => new Lazy<Task>(async () =>
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE template0", CancellationToken.None);
            await fill(await ConnectionStringAsync(name, pooling: false));
        })).Value;
        return await CreateAsync(template, cancel);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (!_cluster.IsValueCreated || !_cluster.Value.IsCompletedSuccessfully)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        using var folder = (await _cluster.Value).Folder;
        await RunAsServerUserAsync("pg_ctl", ["-D", folder.File("data"), "-m", "immediate", "-w", "stop"], CancellationToken.None);
    }

    private static async Task<Cluster> StartAsync()
    {
        var folder = new TemporaryFolder();
        try
        {
            return new Cluster(folder, await StartAsync(folder));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static async Task<int> StartAsync(TemporaryFolder folder)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        if (Environment.IsPrivilegedProcess)
        {
            await Programs.RunAsync("chown", ["postgres", folder.Path], limit.Token); // PostgreSQL refuses to run as root
        }

        var data = folder.File("data");
        await RunAsServerUserAsync("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], limit.Token);
        var port = FreePort();
        var options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c max_connections=200";
        await RunAsServerUserAsync("pg_ctl", ["-D", data, "-l", folder.File("log"), "-o", options, "-w", "start"], limit.Token);
        return port;
    }

    private static Task RunAsServerUserAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var path = Path.Combine(BinFolder ?? "", program);
        return Environment.IsPrivilegedProcess
            ? Programs.RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments], cancel)
            : Programs.RunAsync(path, arguments, cancel);
    }

    // Debian keeps each version in a folder of its own and off the PATH; the highest comes first.
    private static string? FindBinFolder()
    {
        const string DebianFolder = "/usr/lib/postgresql";
        var versions = Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder)
                .Where(folder => int.TryParse(Path.GetFileName(folder), out var version) && version >= 15)
                .OrderByDescending(folder => int.Parse(Path.GetFileName(folder)))
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        return Path.GetDirectoryName(Programs.Find(["initdb"], versions));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<Cluster> RunningAsync()
    {
        Needs.That(BinFolder is not null, orElse: Missing);
        return _cluster.Value;
    }

    private async Task<string> CreateAsync(string template, CancellationToken cancel)
    {
        await RunningAsync();
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"", cancel);
        return await ConnectionStringAsync(name, pooling: true);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres", pooling: false));
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<string> ConnectionStringAsync(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = (await RunningAsync()).Port,
        Username = "postgres",
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 40,
    }.ConnectionString;

    private sealed record Cluster(TemporaryFolder Folder, int Port);
}
