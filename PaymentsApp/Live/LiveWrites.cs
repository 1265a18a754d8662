using PaymentsApp.Data;

namespace PaymentsApp.Live;

/// <summary>
/// Writes that other screens must see: what the body reports is published right after the commit.
/// </summary>
public sealed class LiveWrites(Writes writes, PaymentFeed feed)
{
    /// <param name="body">Adds what it changed to the list; may run again from the start, see <see cref="Writes"/>.</param>
    /// <param name="cancel">Stops before the commit; pass none for a save that a user asked for.</param>
    public async Task<T> ExecuteAsync<T>(
        Func<AppDbContext, ICollection<PaymentChange>, CancellationToken, Task<T>> body, CancellationToken cancel)
    {
        List<PaymentChange> changes = [];
        var result = await writes.ExecuteAsync(
            (db, cancel) =>
            {
                changes.Clear();
                return body(db, changes, cancel);
            },
            cancel);

        changes.ForEach(feed.Publish);
        return result;
    }
}
