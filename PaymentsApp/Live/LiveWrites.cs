using PaymentsApp.Data;

namespace PaymentsApp.Live;

/// <summary>
/// Writes that other screens must see: what the body reports is published right after the commit, to this
/// process by the feed and to others by a notification that is part of the transaction. What follows from a change of
/// any kind (<see cref="IChangeFollower"/>) is done in the same transaction.
/// </summary>
public sealed class LiveWrites(Writes writes, PaymentFeed feed, PaymentNotifier notifier, IEnumerable<IChangeFollower> followers)
{
    private readonly IReadOnlyList<IChangeFollower> _followers = [.. followers];

    /// <param name="body">Adds what it changed to the list; may run again from the start, see <see cref="Writes"/>.</param>
    /// <param name="cancel">Stops before the commit; pass none for a save that a user asked for.</param>
    public async Task<T> ExecuteAsync<T>(
        Func<AppDbContext, ICollection<PaymentChange>, CancellationToken, Task<T>> body, CancellationToken cancel)
    {
        List<PaymentChange> changes = [];
        var result = await writes.ExecuteAsync(
            async (db, cancel) =>
            {
                changes.Clear();
                var result = await body(db, changes, cancel);
                foreach (var follower in _followers)
                {
                    await follower.FollowAsync(db, changes, cancel);
                }

                await notifier.NotifyAsync(db, changes, cancel);
                return result;
            },
            cancel);

        changes.ForEach(feed.Publish);
        return result;
    }
}
