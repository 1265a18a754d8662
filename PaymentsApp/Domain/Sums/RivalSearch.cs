namespace PaymentsApp.Domain.Sums;

/// <summary>
/// Finds sets where there are too many to count: takes amounts until little is missing, and looks for the rest among the
/// others. What it finds is real; what it does not find may still be there.
/// </summary>
internal static class RivalSearch
{
    // All combinations of so many invoices are more than the amounts that they can add up to.
    private const int PoolSize = 28;

    private const int ListLengthMax = 40_000;

    private const int Starts = 64;

    public static FoundSets Find(SumProblem problem, SumBudget budget)
    {
        var best = WithTwoMore(problem, budget);
        foreach (var pool in Pools(problem.Groups.Length))
        {
            if (best.Count > 1)
            {
                break;
            }

            if (Within(problem, pool, budget) is { } found && found.Count > best.Count)
            {
                best = found;
            }
        }

        return best;
    }

    // Among many invoices, two that make up what is missing are found quickly, whatever was taken before.
    private static FoundSets WithTwoMore(SumProblem problem, SumBudget budget)
    {
        var groups = problem.Groups;
        var middle = groups[groups.Length / 2].Value;
        var takes = new List<int[]>();
        var seen = new HashSet<string>();
        var count = 0L;
        for (var start = 0; start < Starts && count < 2 && budget.TrySpend(groups.Length * 6); start++)
        {
            var take = new int[groups.Length];
            var missing = problem.Target;
            var from = (int)((long)start * groups.Length / Starts);
            for (var step = 0; step < groups.Length && missing > 2 * middle; step++)
            {
                var index = (from + step) % groups.Length;
                take[index] = (int)Math.Min(groups[index].Count, (missing - middle) / groups[index].Value);
                missing -= take[index] * groups[index].Value;
            }

            foreach (var (low, high) in Pairs(problem, take, missing))
            {
                int[] all = [.. take];
                all[low]++;
                all[high]++;
                if (takes.Count < FoundSets.TakesMax && seen.Add(string.Join(' ', all.Index().Where(group => group.Item > 0))))
                {
                    takes.Add(all);
                    count = FoundSets.Limited(count + WaysOf(problem, all));
                }
            }
        }

        return new FoundSets(count, false, takes);
    }

    private static List<(int Low, int High)> Pairs(SumProblem problem, int[] take, long missing)
    {
        var found = new List<(int, int)>();
        for (var (low, high) = (0, problem.Groups.Length - 1); low <= high && found.Count < FoundSets.TakesMax;)
        {
            var sum = problem.Groups[low].Value + problem.Groups[high].Value;
            if (sum == missing && take[low] + (low == high ? 2 : 1) <= problem.Groups[low].Count && take[high] < problem.Groups[high].Count)
            {
                found.Add((low, high));
            }

            (low, high) = sum < missing ? (low + 1, high) : (low, high - 1);
        }

        return found;
    }

    // Small amounts reach a sum in many ways; spread ones have every kind of amount.
    private static IEnumerable<int[]> Pools(int groups)
    {
        var size = Math.Min(PoolSize, groups);
        yield return [.. Enumerable.Range(0, size)];
        for (var shift = 0; shift < 2; shift++)
        {
            yield return [.. Enumerable.Range(0, size).Select(i => (int)(((long)i * groups / size) + shift)).Where(i => i < groups)];
        }

        yield return [.. Enumerable.Range(groups - size, size)];
    }

    private static FoundSets? Within(SumProblem problem, int[] pool, SumBudget budget)
    {
        // One invoice of each amount is free to be in or out; the others are only taken to come near.
        AmountGroup[] free = [.. pool.Select(index => problem.Groups[index] with { Count = 1 })];
        var reach = free.Sum(group => group.Value);
        var taken = new int[problem.Groups.Length];
        var missing = problem.Target;
        var isFree = pool.ToHashSet();
        for (var index = problem.Groups.Length - 1; index >= 0 && missing > reach / 2; index--)
        {
            var (value, count) = problem.Groups[index];
            taken[index] = (int)Math.Clamp((missing - (reach / 2)) / value, 0, isFree.Contains(index) ? count - 1 : count);
            missing -= taken[index] * value;
        }

        // The pool is in the order of its amounts: what is larger than the missing sum stands at its end.
        if (missing > reach || !budget.TrySpend(problem.Groups.Length)
            || SparseSums.Count(SumProblem.Of(missing, free.Where(group => group.Value <= missing)), ListLengthMax, budget) is not { } found)
        {
            return null;
        }

        // Equal amounts can be exchanged for each other, which the pool does not see.
        int[][] takes = [.. found.Takes.Select(Join)];
        var seen = takes.Aggregate(0L, (sum, take) => FoundSets.Limited(sum + WaysOf(problem, take)));
        return new FoundSets(Math.Max(seen, found.Count), false, takes);

        int[] Join(int[] take)
        {
            int[] all = [.. taken];
            foreach (var (index, more) in take.Index())
            {
                all[pool[index]] += more;
            }

            return all;
        }
    }

    private static long WaysOf(SumProblem problem, int[] take) =>
        take.Index().Aggregate(1L, (ways, group) => FoundSets.Limited(ways * FoundSets.Ways(problem.Groups[group.Index].Count, group.Item)));
}
