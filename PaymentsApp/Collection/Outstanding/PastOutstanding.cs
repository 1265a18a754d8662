using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>
/// What everybody owed at a past moment: computed once from the facts, then sorted, filtered and paged in memory. Made for one person, and not live: it
/// is a report.
/// </summary>
public sealed class PastOutstanding
{
    private readonly Dictionary<int, DateOnly> _oldest;

    internal PastOutstanding(AsOf at, AgingBounds bounds, IReadOnlyList<AgedSum> sums, Dictionary<int, DateOnly> oldest) =>
        (At, Bounds, Sums, _oldest) = (at, bounds, sums, oldest);

    public AsOf At { get; }

    public AgingBounds Bounds { get; }

    internal IReadOnlyList<AgedSum> Sums { get; }

    internal DateOnly OldestOf(int organizationId) => _oldest[organizationId];
}
