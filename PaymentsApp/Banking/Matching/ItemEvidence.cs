namespace PaymentsApp.Banking.Matching;

/// <summary>Where a text names an item: up to one place for each of its numbers, the places apart.</summary>
internal sealed class ItemEvidence(int item)
{
    private readonly List<FoundReference> _references = [];

    public int Item { get; } = item;

    public IReadOnlyList<FoundReference> References => _references;

    public double Gain { get; private set; }

    /// <summary>Keeps the best reading of each number, and of two readings of one place the better.</summary>
    public void Add(in FoundReference found)
    {
        var added = found;
        var gain = 0.0;
        foreach (var other in _references)
        {
            gain += other.Slot == added.Slot || other.Overlaps(added) ? other.Gain : 0;
        }

        if (gain >= added.Gain)
        {
            return;
        }

        _references.RemoveAll(other => other.Slot == added.Slot || other.Overlaps(added));
        _references.Add(added);
        Gain = _references.Sum(reference => reference.Gain);
    }
}
