using System.Runtime.CompilerServices;

namespace PaymentsApp.Domain.Sums;

/// <summary>The sums that some groups of amounts can have, each with the number of its sets, smallest first.</summary>
internal sealed class SumList
{
    private const int StepsPerSum = 20;

    private readonly List<AmountGroup> _groups = [];
    private readonly List<long[]> _stages = [[0]];
    private long[] _sums = [0];
    private uint[] _ways = [1];

    public int Length => _sums.Length;

    public IReadOnlyList<AmountGroup> Groups => _groups;

    public long this[int index] => _sums[index];

    public uint WaysOf(int index) => _ways[index];

    /// <summary>Adds the sums with this group; those outside of the range cannot become the target any more and are left out.</summary>
    /// <param name="group">Any of its invoices, or none.</param>
    /// <param name="lowest">Smallest sum that is of use after this group.</param>
    /// <param name="highest">Largest sum that is of use.</param>
    /// <param name="lengthMax">The longest list that is worth it.</param>
    /// <param name="budget">Pays for each sum that is looked at.</param>
    /// <returns>False when the list became too long; it is of no use then.</returns>
    public bool TryAdd(AmountGroup group, long lowest, long highest, int lengthMax, SumBudget budget)
    {
        for (var copy = 1; copy <= group.Count; copy++)
        {
            if (!budget.TrySpend((long)_sums.Length * StepsPerSum))
            {
                return false;
            }

            // Further copies may still lift a sum over the lowest.
            Merge(group.Value, lowest - ((group.Count - copy) * group.Value), highest);
            if (_sums.Length > lengthMax)
            {
                return false;
            }
        }

        _groups.Add(group);
        _stages.Add(_sums);
        return true;
    }

    /// <summary>Some of the sets that have this sum.</summary>
    public List<int[]> Sets(long sum, int max) =>
        StageWalk.Run(_groups, sum, (stage, rest) => Array.BinarySearch(_stages[stage], rest) >= 0, max);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(long value, long lowest, long highest)
    {
        var (old, oldWays) = (_sums, _ways);
        var sums = new long[old.Length * 2];
        var ways = new uint[old.Length * 2];
        var (length, plain, raised) = (0, 0, 0);
        while (plain < old.Length || raised < old.Length)
        {
            var left = plain < old.Length ? old[plain] : long.MaxValue;
            var right = raised < old.Length ? old[raised] + value : long.MaxValue;
            var sum = Math.Min(left, right);
            uint count = 0;
            if (left == sum)
            {
                count = oldWays[plain++];
            }

            if (right == sum)
            {
                count = Math.Min(count + oldWays[raised++], FoundSets.CountMax);
            }

            if (sum > highest)
            {
                break;
            }

            if (sum >= lowest)
            {
                (sums[length], ways[length]) = (sum, count);
                length++;
            }
        }

        Array.Resize(ref sums, length);
        Array.Resize(ref ways, length);
        (_sums, _ways) = (sums, ways);
    }
}
