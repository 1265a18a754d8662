using System.Collections.Immutable;

namespace PaymentsApp.Domain.Sums;

/// <summary>A sum, and the amounts that may make it: none above the sum, all divisible only by one.</summary>
internal sealed class SumProblem
{
    private SumProblem(long target, ImmutableArray<AmountGroup> groups)
    {
        Target = target;
        Groups = groups;
        Items = groups.Sum(group => group.Count);
        Total = groups.Sum(group => group.Value * group.Count);
    }

    public long Target { get; }

    /// <summary>Smallest first; no two have the same value.</summary>
    public ImmutableArray<AmountGroup> Groups { get; }

    /// <summary>How many invoices there are in all groups.</summary>
    public int Items { get; }

    public long Total { get; }

    /// <summary>Makes the problem smaller without changing which sets solve it.</summary>
    /// <param name="target">The sum, positive.</param>
    /// <param name="groups">In any order.</param>
    /// <param name="restore">Turns a set of the small problem into one of the groups given here.</param>
    /// <returns>Null when no set can have the sum.</returns>
    public static SumProblem? Reduce(long target, IReadOnlyList<AmountGroup> groups, out Func<int[], int[]> restore)
    {
        int[] fitting = [.. Fitting(target, groups)];
        var total = fitting.Sum(index => groups[index].Value * groups[index].Count);

        // What is left unpaid is a sum too, and the smaller of the two is easier.
        var isComplement = total - target < target;
        var smaller = isComplement ? total - target : target;
        int[] kept = isComplement ? [.. fitting.Where(index => groups[index].Value <= smaller)] : fitting;
        restore = take => Restore(take, kept, fitting, groups, isComplement);
        if (smaller < 0)
        {
            return null;
        }

        var divisor = kept.Aggregate(0L, (sofar, index) => GreatestCommonDivisor(sofar, groups[index].Value));
        return divisor == 0 ? (smaller == 0 ? new SumProblem(0, []) : null)
            : smaller % divisor != 0 ? null
            : new SumProblem(
                smaller / divisor, [.. kept.Select(index => groups[index] with { Value = groups[index].Value / divisor })]);
    }

    /// <summary>Part of the problem as one of its own: some of its groups, and what they have to add up to.</summary>
    public static SumProblem Of(long target, IEnumerable<AmountGroup> groups) => new(target, [.. groups]);

    private static IEnumerable<int> Fitting(long target, IReadOnlyList<AmountGroup> groups) =>
        Enumerable.Range(0, groups.Count).Where(index => groups[index].Value <= target).OrderBy(index => groups[index].Value);

    private static int[] Restore(
        int[] take, int[] kept, int[] fitting, IReadOnlyList<AmountGroup> groups, bool isComplement)
    {
        var all = new int[groups.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            all[kept[i]] = take[i];
        }

        if (isComplement)
        {
            foreach (var index in fitting)
            {
                all[index] = groups[index].Count - all[index];
            }
        }

        return all;
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
