using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentsApp.Data;
using PaymentsApp.Live;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Live;

public sealed class PostgresRelayTests
{
    [Fact]
    public async Task A_change_saved_in_one_process_arrives_in_the_other()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var other = await OtherProcess.StartAsync(database);

        await SaveAsync(database, new PaymentChange(PaymentChangeKind.Registered, null, [7], [42]));

        var change = await other.NextAsync(change => change.Kind == PaymentChangeKind.Registered);
        Assert.True(change.Touches(7) && change.TouchesInvoice(42));
    }

    [Fact]
    public async Task A_process_hears_its_own_change_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var self = await OtherProcess.StartAsync(
            database, database.Services.GetRequiredService<PaymentFeed>(), database.Services.GetRequiredService<PaymentNotifier>());
        await using var other = await OtherProcess.StartAsync(database);

        await SaveAsync(database, Change(1));
        await SaveAsync(database, Change(2));

        await other.NextAsync(change => change.TouchesInvoice(2));
        await self.NextAsync(change => change.TouchesInvoice(2));
        await Task.Delay(2 * PaymentFeed.GatherFor);
        Assert.Equal([1, 2], self.Heard.Where(change => change.Kind == PaymentChangeKind.Applied).Select(change => change.InvoiceIds[0]));
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var other = await OtherProcess.StartAsync(database);
        var writes = database.Services.GetRequiredService<LiveWrites>();
        var notifier = database.Services.GetRequiredService<PaymentNotifier>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => writes.ExecuteAsync<int>(
            async (db, changes, cancel) =>
            {
                await notifier.NotifyAsync(db, [Change(1)], cancel);
                changes.Add(Change(1));
                throw new InvalidOperationException("refused at the last moment");
            },
            CancellationToken.None));
        await SaveAsync(database, Change(2));

        await other.NextAsync(change => change.TouchesInvoice(2));
        Assert.DoesNotContain(other.Heard, change => change.TouchesInvoice(1) && change.Kind != PaymentChangeKind.Everything);
    }

    [Fact]
    public async Task After_a_lost_connection_everything_is_reloaded_and_changes_arrive_again()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var other = await OtherProcess.StartAsync(database);
        other.Heard.Clear();

        var ended = await database.ReadAsync(db => db.Database
            .SqlQuery<bool>($"""
                SELECT pg_terminate_backend(pid) AS "Value" FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'PaymentsApp relay'
                """)
            .ToListAsync());
        Assert.Equal([true], ended);

        await other.NextAsync(change => change.Kind == PaymentChangeKind.Everything);
        await SaveAsync(database, Change(3));
        await other.NextAsync(change => change.TouchesInvoice(3) && change.Kind == PaymentChangeKind.Applied);
    }

    [Fact]
    public async Task A_save_of_very_many_changes_is_told_as_everything()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var other = await OtherProcess.StartAsync(database);
        other.Heard.Clear();

        await SaveAsync(database, [.. Enumerable.Range(1, 500).Select(Change)]);

        await other.NextAsync(change => change.Kind == PaymentChangeKind.Everything);
        Assert.Single(other.Heard);
    }

    [Fact]
    public async Task With_SQLite_there_is_nobody_to_listen_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var relay = new PostgresRelay(
            database.Options, new PaymentFeed(NullLogger<PaymentFeed>.Instance), new PaymentNotifier(), NullLogger<PostgresRelay>.Instance);

        await relay.StartAsync(CancellationToken.None);
        await SaveAsync(database, Change(1));

        await (relay.ExecuteTask ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(20)); // it ends by itself
    }

    private static PaymentChange Change(int invoiceId) => new(PaymentChangeKind.Applied, null, [1], [invoiceId]);

    private static Task<bool> SaveAsync(TestDatabase database, params PaymentChange[] saved) =>
        database.Services.GetRequiredService<LiveWrites>().ExecuteAsync(
            (_, changes, _) =>
            {
                Array.ForEach(saved, changes.Add);
                return Task.FromResult(true);
            },
            CancellationToken.None);

    /// <summary>Feed, relay and one screen, as another process on the same database has them.</summary>
    private sealed class OtherProcess : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly PostgresRelay _relay;
        private readonly IDisposable _screen;

        private OtherProcess(DatabaseOptions options, PaymentFeed feed, PaymentNotifier notifier)
        {
            _relay = new PostgresRelay(options, feed, notifier, NullLogger<PostgresRelay>.Instance);
            _screen = feed.Subscribe(changes =>
            {
                foreach (var change in changes)
                {
                    Heard.Enqueue(change);
                }

                return Task.CompletedTask;
            });
        }

        public ConcurrentQueue<PaymentChange> Heard { get; } = new();

        public static async Task<OtherProcess> StartAsync(TestDatabase database, PaymentFeed? feed = null, PaymentNotifier? notifier = null)
        {
            var process = new OtherProcess(
                database.Options, feed ?? new PaymentFeed(NullLogger<PaymentFeed>.Instance), notifier ?? new PaymentNotifier());
            await process._relay.StartAsync(CancellationToken.None);
            await process.NextAsync(change => change.Kind == PaymentChangeKind.Everything); // it listens now
            return process;
        }

        public async Task<PaymentChange> NextAsync(Predicate<PaymentChange> wanted)
        {
            var watch = Stopwatch.StartNew();
            while (true)
            {
                if (Heard.FirstOrDefault(change => wanted(change)) is { } change)
                {
                    return change;
                }

                Assert.True(watch.Elapsed < Patience, "The change did not arrive.");
                await Task.Delay(10);
            }
        }

        public async ValueTask DisposeAsync()
        {
            _screen.Dispose();
            await _relay.StopAsync(CancellationToken.None);
            _relay.Dispose();
        }
    }
}
