namespace PaymentsApp.Banking.Matching;

/// <summary>What is open of each item while a run goes on. Read by many threads, changed between the rounds by one.</summary>
internal sealed class OpenAmounts(long[] before)
{
    private readonly Dictionary<int, long> _changed = [];

    /// <summary>In minor units.</summary>
    public long this[int item]
    {
        get => _changed.Count > 0 && _changed.TryGetValue(item, out var minor) ? minor : before[item];
        set => _changed[item] = value;
    }

    /// <summary>A line has taken of it.</summary>
    public bool IsChanged(int item) => _changed.ContainsKey(item);
}
