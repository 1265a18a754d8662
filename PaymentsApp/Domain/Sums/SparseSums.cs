namespace PaymentsApp.Domain.Sums;

/// <summary>
/// Meets in the middle: all sums of one half of the invoices, all sums of the other half, and the pairs that make the target.
/// Equal sums become one, so that round amounts stay few; the halves grow so that neither gets much longer than the other.
/// </summary>
internal static class SparseSums
{
    // The larger the divisor, the sooner sums of such amounts coincide: round amounts go to one half, odd ones to the other.
    private static readonly long[] Divisors = [1_000_000, 500_000, 100_000, 50_000, 10_000, 5_000, 2_500, 1_000, 500, 250, 100, 50, 25, 10, 5, 2];

    /// <returns>Null when there are too many sums to look at.</returns>
    public static FoundSets? Count(SumProblem problem, int lengthMax, SumBudget budget)
    {
        int[] order =
        [
            .. Enumerable.Range(0, problem.Groups.Length)
                .OrderByDescending(index => Roundness(problem.Groups[index].Value)).ThenByDescending(index => problem.Groups[index].Value),
        ];
        var (left, right) = (new SumList(), new SumList());
        var (leftTotal, rightTotal) = (0L, 0L);
        var (next, last) = (0, order.Length - 1);
        while (next <= last)
        {
            var isLeft = left.Length <= right.Length;
            var group = problem.Groups[isLeft ? order[next++] : order[last--]];
            var total = (isLeft ? leftTotal : rightTotal) + (group.Value * group.Count);
            (leftTotal, rightTotal) = isLeft ? (total, rightTotal) : (leftTotal, total);
            if (!(isLeft ? left : right).TryAdd(group, problem.Target - (problem.Total - total), problem.Target, lengthMax, budget))
            {
                return null;
            }
        }

        return Meet(problem, left, right, order);
    }

    private static int Roundness(long value) => Divisors.Length - Array.FindIndex([.. Divisors, 1], divisor => value % divisor == 0);

    private static FoundSets Meet(SumProblem problem, SumList left, SumList right, int[] order)
    {
        var count = 0L;
        var takes = new List<int[]>();
        for (var (low, high) = (0, right.Length - 1); low < left.Length && high >= 0;)
        {
            var sum = left[low] + right[high];
            if (sum == problem.Target)
            {
                count = FoundSets.Limited(count + ((long)left.WaysOf(low) * right.WaysOf(high)));
                if (takes.Count < FoundSets.TakesMax)
                {
                    takes.AddRange(Sets(left, left[low], right, right[high], order, FoundSets.TakesMax - takes.Count));
                }
            }

            (low, high) = sum < problem.Target ? (low + 1, high) : (low, high - 1);
        }

        return new FoundSets(count, count < FoundSets.CountMax, takes);
    }

    private static IEnumerable<int[]> Sets(SumList left, long leftSum, SumList right, long rightSum, int[] order, int max)
    {
        var rights = right.Sets(rightSum, max);
        return left.Sets(leftSum, max).SelectMany(_ => rights, Join).Take(max);

        int[] Join(int[] leftTake, int[] rightTake)
        {
            var take = new int[order.Length];
            for (var i = 0; i < leftTake.Length; i++)
            {
                take[order[i]] = leftTake[i];
            }

            for (var i = 0; i < rightTake.Length; i++)
            {
                take[order[order.Length - 1 - i]] = rightTake[i];
            }

            return take;
        }
    }
}
