namespace PaymentsApp.Domain.Sums;

/// <summary>
/// Few odd amounts among round ones: which of the odd ones are paid follows from the last digits of the sum,
/// and what is left is a sum of round amounts, which are quicker to add.
/// </summary>
internal static class RoundSums
{
    private const int OddMax = 12;
    private const int PartsMax = 32;

    // Largest first: the rounder the others, the smaller what is left.
    private static readonly long[] Divisors = [100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 25, 10, 5, 2];

    /// <param name="problem">All amounts.</param>
    /// <param name="count">Counts the sets of round amounts with what is left.</param>
    /// <param name="budget">For all of them.</param>
    /// <returns>Null when the amounts are not of this kind.</returns>
    public static FoundSets? Count(SumProblem problem, Func<long, IReadOnlyList<AmountGroup>, SumBudget, FoundSets> count, SumBudget budget)
    {
        var divisor = Array.Find(Divisors, divisor => problem.Groups.Sum(group => group.Value % divisor == 0 ? 0 : group.Count) is > 0 and <= OddMax);
        if (divisor == 0)
        {
            return null;
        }

        int[] odd = [.. Enumerable.Range(0, problem.Groups.Length).Where(index => problem.Groups[index].Value % divisor != 0)];
        int[] round = [.. Enumerable.Range(0, problem.Groups.Length).Where(index => problem.Groups[index].Value % divisor == 0)];
        var sums = new SumList();
        foreach (var index in odd)
        {
            if (!sums.TryAdd(problem.Groups[index], 0, problem.Target, 1 << OddMax, budget))
            {
                return null;
            }
        }

        int[] fitting = [.. Enumerable.Range(0, sums.Length).Where(index => (problem.Target - sums[index]) % divisor == 0)];
        return fitting.Length <= PartsMax ? Join(problem, sums, fitting, odd, round, count, budget) : null;
    }

    private static FoundSets Join(
        SumProblem problem, SumList sums, int[] fitting, int[] odd, int[] round,
        Func<long, IReadOnlyList<AmountGroup>, SumBudget, FoundSets> count, SumBudget budget)
    {
        AmountGroup[] groups = [.. round.Select(index => problem.Groups[index])];
        var all = FoundSets.None;
        for (var i = 0; i < fitting.Length; i++)
        {
            var sum = sums[fitting[i]];
            var rest = problem.Target == sum ? new FoundSets(1, true, [new int[round.Length]]) : count(problem.Target - sum, groups, budget.Part(fitting.Length - i));
            var takes = rest.Takes.Count == 0
                ? []
                : sums.Sets(sum, FoundSets.TakesMax).SelectMany(_ => rest.Takes, (oddTake, roundTake) => Take(problem, odd, oddTake, round, roundTake));
            var both = FoundSets.Limited(all.Count + (sums.WaysOf(fitting[i]) * rest.Count));
            all = new FoundSets(both, all.IsExact && rest.IsExact && both < FoundSets.CountMax, [.. all.Takes.Concat(takes).Take(FoundSets.TakesMax)]);
        }

        return all;
    }

    private static int[] Take(SumProblem problem, int[] odd, int[] oddTake, int[] round, int[] roundTake)
    {
        var take = new int[problem.Groups.Length];
        foreach (var (index, taken) in odd.Zip(oddTake).Concat(round.Zip(roundTake)))
        {
            take[index] = taken;
        }

        return take;
    }
}
