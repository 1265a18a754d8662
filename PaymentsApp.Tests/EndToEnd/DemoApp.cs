using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PaymentsApp.Data;
using PaymentsApp.Tests.EndToEnd;
using PaymentsApp.Tests.Support;

[assembly: AssemblyFixture(typeof(DemoApp))]

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>
/// One program with the demo data for all browser tests that do not stop it. Each test takes a client of its own, so that
/// they do not meet.
/// </summary>
public sealed class DemoApp : IAsyncLifetime
{
    private readonly Lazy<Task<AppServer>> _server = new(() => AppServer.StartAsync(Options));
    private readonly ConcurrentDictionary<int, bool> _taken = new();

    /// <summary>All tests sign in from one address: more often than a person does.</summary>
    public static AppServerOptions Options { get; } = new()
    {
        Settings = new Dictionary<string, string> { ["Security:SignInsPerMinute"] = "1000" },
    };

    public Task<AppServer> ServerAsync() => _server.Value;

    /// <summary>A client with open invoices, all in dollars, that no other test has.</summary>
    /// <param name="ownerId">Whose client; anybody's when null.</param>
    /// <param name="invoices">At least so many open invoices.</param>
    /// <param name="suits">What else it must have; null: nothing.</param>
    public async Task<DemoAccount> ClientAsync(string? ownerId = null, int invoices = 1, Func<DemoAccount, bool>? suits = null) =>
        (await ClientsAsync(await ServerAsync(), ownerId)).Where(client => client.Open.Count >= invoices && suits?.Invoke(client) is not false)
            .OrderBy(client => client.Open.Count).First(client => _taken.TryAdd(client.Id, true));

    /// <summary>The clients in the database of a program that pay for themselves and for nobody else, with their open invoices, oldest first.</summary>
    public static async Task<IReadOnlyList<DemoAccount>> ClientsAsync(AppServer server, string? ownerId = null)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, DatabaseOptions.FileName)};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT o.Id, o.Name, o.CustomerNumber, i.Id, i.Number, i.OutstandingMinor
            FROM Organizations o JOIN Invoices i ON i.OrganizationId = o.Id
            WHERE i.OutstandingMinor > 0 AND ($owner IS NULL OR o.OwnerId = $owner)
              AND o.PayerId IS NULL AND NOT EXISTS (SELECT 1 FROM Organizations client WHERE client.PayerId = o.Id)
              AND NOT EXISTS (SELECT 1 FROM Invoices other WHERE other.OrganizationId = o.Id AND other.Currency <> 'USD')
            ORDER BY o.Id, i.DueOn, i.Id
            """;
        command.Parameters.AddWithValue("$owner", (object?)ownerId ?? DBNull.Value);
        var clients = new List<DemoAccount>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (clients.Count == 0 || clients[^1].Id != rows.GetInt32(0))
            {
                clients.Add(new DemoAccount(rows.GetInt32(0), rows.GetString(1), rows.GetString(2), []));
            }

            clients[^1].Open.Add(new DemoInvoice(rows.GetInt32(3), rows.GetString(4), rows.GetInt64(5)));
        }

        return clients;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
