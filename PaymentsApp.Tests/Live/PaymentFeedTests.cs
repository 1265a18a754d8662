using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentsApp.Live;

namespace PaymentsApp.Tests.Live;

public sealed class PaymentFeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PaymentFeed _feed = new(NullLogger<PaymentFeed>.Instance);

    [Fact]
    public async Task First_change_arrives_at_once()
    {
        var (deliveries, subscription) = Listen();
        using (subscription)
        {
            var watch = Stopwatch.StartNew();
            _feed.Publish(Change(1));
            await deliveries.ReadAsync();

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.ElapsedMilliseconds} ms");
        }
    }

    [Fact]
    public async Task Changes_arrive_in_order_and_none_is_lost()
    {
        var (deliveries, subscription) = Listen();
        using (subscription)
        {
            for (var i = 0; i < 500; i++)
            {
                _feed.Publish(Change(i));
            }

            var seen = new List<int>();
            while (seen.Count < 500)
            {
                seen.AddRange((await deliveries.ReadAsync()).Select(change => change.InvoiceIds[0]));
            }

            Assert.Equal(Enumerable.Range(0, 500), seen);
        }
    }

    [Fact]
    public async Task Ten_thousand_changes_are_a_few_deliveries_and_the_last_one_counts()
    {
        var deliveries = new ConcurrentQueue<IReadOnlyList<PaymentChange>>();
        var reached = new TaskCompletionSource();
        using var subscription = _feed.Subscribe(changes =>
        {
            deliveries.Enqueue(changes);
            if (changes.Any(change => change.TouchesInvoice(9_999)))
            {
                reached.TrySetResult();
            }

            return Task.CompletedTask;
        });

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
        {
            _feed.Publish(Change(i));
        }

        await reached.Task.WaitAsync(Patience);
        var most = 3 + (watch.ElapsedMilliseconds / PaymentFeed.GatherFor.TotalMilliseconds);
        Assert.InRange(deliveries.Count, 1, most);
    }

    [Fact]
    public async Task A_subscriber_that_is_too_slow_is_told_to_reload_everything()
    {
        var first = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var after = new TaskCompletionSource<IReadOnlyList<PaymentChange>>();
        using var subscription = _feed.Subscribe(async changes =>
        {
            if (first.TrySetResult())
            {
                await release.Task;
            }
            else
            {
                after.TrySetResult(changes);
            }
        });

        _feed.Publish(Change(0));
        await first.Task.WaitAsync(Patience);
        for (var i = 0; i < PaymentFeed.WaitingMax + 10; i++)
        {
            _feed.Publish(Change(i));
        }

        release.SetResult();

        var changes = await after.Task.WaitAsync(Patience);
        Assert.Equal([PaymentChange.Everything], changes);
    }

    [Fact]
    public async Task Each_subscriber_keeps_its_own_culture()
    {
        var seen = new ConcurrentDictionary<string, string>();
        var subscriptions = new List<IDisposable>();
        foreach (var name in new[] { "en-US", "de-DE", "fr-FR" })
        {
            // A flow of its own for each, as circuits have.
            await Task.Run(() =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                subscriptions.Add(_feed.Subscribe(_ =>
                {
                    seen[name] = CultureInfo.CurrentCulture.Name;
                    return Task.CompletedTask;
                }));
            });
        }

        await Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            _feed.Publish(Change(1));
        });

        await UntilAsync(() => seen.Count == 3);
        Assert.All(seen, entry => Assert.Equal(entry.Key, entry.Value));
        subscriptions.ForEach(subscription => subscription.Dispose());
    }

    [Fact]
    public async Task A_failing_subscriber_disturbs_neither_the_others_nor_its_own_next_change()
    {
        var failures = 0;
        using var failing = _feed.Subscribe(_ =>
        {
            failures++;
            throw new InvalidOperationException("broken screen");
        });
        var (deliveries, subscription) = Listen();
        using (subscription)
        {
            _feed.Publish(Change(1));
            await deliveries.ReadAsync();
            await UntilAsync(() => failures == 1);
            _feed.Publish(Change(2));
            await deliveries.ReadAsync();
            await UntilAsync(() => failures == 2);
        }
    }

    [Fact]
    public async Task Nothing_is_left_after_dispose_and_nothing_arrives()
    {
        var (deliveries, subscription) = Listen();
        var (others, other) = Listen();
        Assert.Equal(2, _feed.SubscriberCount);

        subscription.Dispose();
        _feed.Publish(Change(1));
        await others.ReadAsync();
        other.Dispose();

        Assert.Equal(0, _feed.SubscriberCount);
        Assert.False(deliveries.TryRead(out _));
        subscription.Dispose();
        Assert.Equal(0, _feed.SubscriberCount);
    }

    [Fact]
    public async Task Many_publishers_and_screens_at_once_lose_nothing()
    {
        var sums = new int[50];
        var subscriptions = Enumerable.Range(0, sums.Length).Select(n => _feed.Subscribe(changes =>
        {
            Interlocked.Add(ref sums[n], changes.Count);
            return Task.CompletedTask;
        })).ToList();

        await Parallel.ForAsync(0, 600, (i, _) =>
        {
            _feed.Publish(Change(i));
            return ValueTask.CompletedTask;
        });

        await UntilAsync(() => sums.All(sum => sum == 600));
        subscriptions.ForEach(subscription => subscription.Dispose());
        Assert.Equal(0, _feed.SubscriberCount);
    }

    private static PaymentChange Change(int invoiceId) => new(PaymentChangeKind.Registered, null, [1], [invoiceId]);

    private (ChannelReader<IReadOnlyList<PaymentChange>> Deliveries, IDisposable Subscription) Listen()
    {
        var deliveries = Channel.CreateUnbounded<IReadOnlyList<PaymentChange>>();
        return (deliveries.Reader, _feed.Subscribe(changes => deliveries.Writer.WriteAsync(changes).AsTask()));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, "This did not happen in time.");
            await Task.Delay(10);
        }
    }
}
