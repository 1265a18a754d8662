namespace PaymentsApp.Banking.Matching;

/// <summary>What is open of each item while a run goes on. Read by many threads, changed between the rounds by one.</summary>
internal sealed class OpenAmounts(long[] before)
{
    private readonly Dictionary<int, long> _changed = [];

    // One bit for each item, so that the many that nothing was taken of are not looked up.
    private ulong[] _marks = [];

    /// <summary>In minor units.</summary>
    public long this[int item]
    {
        get => IsChanged(item) ? _changed[item] : before[item];
        set
        {
            _marks = _marks.Length > 0 ? _marks : new ulong[(before.Length / 64) + 1];
            _marks[item / 64] |= 1UL << (item % 64);
            _changed[item] = value;
        }
    }

    /// <summary>So many more are about to change.</summary>
    public void Expect(int more) => _changed.EnsureCapacity(_changed.Count + more);

    /// <summary>A line has taken of it.</summary>
    public bool IsChanged(int item) => _marks.Length > 0 && (_marks[item / 64] >> (item % 64) & 1) == 1;
}
