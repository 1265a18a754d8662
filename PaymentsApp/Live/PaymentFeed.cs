using System.Collections.Immutable;
using System.Threading.Channels;

namespace PaymentsApp.Live;

/// <summary>
/// Tells every open screen of this process what was saved. Publishing never waits for a screen and never fails
/// because of one; a subscriber gets its changes in order, the first at once and those that follow closely together.
/// </summary>
public sealed class PaymentFeed(ILogger<PaymentFeed> logger)
{
    /// <summary>Changes kept for one subscriber that is busy; beyond that it is told to reload everything.</summary>
    public const int WaitingMax = 1024;

    /// <summary>Pause after a delivery in which further changes gather, so that a storm is a few reloads.</summary>
    public static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(100);

    private readonly ILogger _logger = logger;
    private ImmutableList<Subscription> _subscriptions = [];
    private long _published;

    /// <summary>How many changes were published so far; counted before the first screen hears of one.</summary>
    public long Published => Interlocked.Read(ref _published);

    /// <summary>Open subscriptions; none is left when all screens are gone.</summary>
    public int SubscriberCount => _subscriptions.Count;

    /// <summary>
    /// Calls back with one or more changes, one call at a time, under the caller's execution context (and so culture),
    /// on a pool thread. Dispose to end it.
    /// </summary>
    public IDisposable Subscribe(Func<IReadOnlyList<PaymentChange>, Task> onChanges)
    {
        var subscription = new Subscription(this, onChanges);
        ImmutableInterlocked.Update(ref _subscriptions, (list, item) => list.Add(item), subscription);
        return subscription;
    }

    /// <summary>To be called after the transaction has committed.</summary>
    public void Publish(PaymentChange change)
    {
        Interlocked.Increment(ref _published);
        _subscriptions.ForEach(subscription => subscription.Post(change));
    }

    private sealed class Subscription : IDisposable
    {
        private readonly Channel<PaymentChange> _changes =
            Channel.CreateBounded<PaymentChange>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });

        private readonly PaymentFeed _feed;
        private int _isOverflown;
        private volatile bool _isClosed;

        public Subscription(PaymentFeed feed, Func<IReadOnlyList<PaymentChange>, Task> onChanges)
        {
            _feed = feed;
            // Started here, so the loop keeps the subscriber's ExecutionContext and with it the
            // user's culture (dotnet/aspnetcore#28521); the publisher's must not leak in.
            _ = ListenAsync(onChanges);
        }

        public void Post(PaymentChange change)
        {
            if (!_changes.Writer.TryWrite(change))
            {
                Volatile.Write(ref _isOverflown, 1);
                // The reader may have emptied the channel before it could see the flag: something must wake it.
                _changes.Writer.TryWrite(PaymentChange.Everything);
            }
        }

        public void Dispose()
        {
            _isClosed = true;
            ImmutableInterlocked.Update(ref _feed._subscriptions, (list, item) => list.Remove(item), this);
            _changes.Writer.TryComplete();
        }

        private async Task ListenAsync(Func<IReadOnlyList<PaymentChange>, Task> onChanges)
        {
            while (await _changes.Reader.WaitToReadAsync().ConfigureAwait(false) && !_isClosed)
            {
                var changes = Gathered();
                try
                {
                    await onChanges(changes).ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    // The rim: whatever one screen does, the next ones and its own next change are served.
                    _feed._logger.SubscriberFailed(e, changes.Count);
                }

                await Task.Delay(GatherFor).ConfigureAwait(false);
            }
        }

        private List<PaymentChange> Gathered()
        {
            var changes = new List<PaymentChange>();
            while (changes.Count < WaitingMax && _changes.Reader.TryRead(out var change))
            {
                changes.Add(change);
            }

            var isEverything = Interlocked.Exchange(ref _isOverflown, 0) == 1
                || changes.Exists(change => change.Kind == PaymentChangeKind.Everything);
            return isEverything ? [PaymentChange.Everything] : changes;
        }
    }
}
