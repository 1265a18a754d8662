using System.Numerics;
using System.Runtime.CompilerServices;

namespace PaymentsApp.Domain.Sums;

/// <summary>
/// Counts the sets of every sum up to the target, invoice by invoice. Best for list prices: in steps of their common
/// divisor even large sums are few.
/// </summary>
internal static class DenseSums
{
    /// <summary>What counting takes, in steps of <see cref="SumBudget"/>.</summary>
    public static long Steps(SumProblem problem)
    {
        var cells = (Int128)problem.Items * (problem.Target + 1);
        return cells > long.MaxValue ? long.MaxValue : (long)cells;
    }

    public static FoundSets Count(SumProblem problem)
    {
        var ways = new uint[problem.Target + 1];
        ways[0] = 1;
        var reached = new ulong[problem.Groups.Length + 1][];
        reached[0] = new ulong[(problem.Target / 64) + 1];
        reached[0][0] = 1;
        for (var stage = 0; stage < problem.Groups.Length; stage++)
        {
            var (value, count) = problem.Groups[stage];
            reached[stage + 1] = [.. reached[stage]];
            for (var copy = 0; copy < count; copy++)
            {
                Add(ways, (int)value);
                Shift(reached[stage + 1], (int)value);
            }
        }

        var sets = ways[problem.Target];
        var takes = sets == 0
            ? []
            : StageWalk.Run(
                problem.Groups, problem.Target,
                (stage, sum) => (reached[stage][sum / 64] & (1UL << (int)(sum % 64))) != 0, FoundSets.TakesMax);
        return new FoundSets(sets, sets < FoundSets.CountMax, takes);
    }

    // Compiled at once in the best way: the first person who asks should not wait either.
    // From the top down, so that each sum still finds the count from before this invoice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(uint[] ways, int value)
    {
        var width = Vector<uint>.Count;
        var most = new Vector<uint>(FoundSets.CountMax);
        var end = ways.Length;
        while (end - width >= value)
        {
            end -= width;
            var sums = new Vector<uint>(ways, end) + new Vector<uint>(ways, end - value);
            Vector.Min(sums, most).CopyTo(ways, end);
        }

        for (var sum = end - 1; sum >= value; sum--)
        {
            ways[sum] = Math.Min(ways[sum] + ways[sum - value], FoundSets.CountMax);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shift(ulong[] reached, int value)
    {
        var (words, bits) = (value / 64, value % 64);
        for (var word = reached.Length - 1; word >= words; word--)
        {
            var shifted = reached[word - words] << bits;
            if (bits > 0 && word > words)
            {
                shifted |= reached[word - words - 1] >> (64 - bits);
            }

            reached[word] |= shifted;
        }
    }
}
