namespace PaymentsApp.Banking.Matching;

/// <summary>Finds lines of a run that together pay an item to the cent: each is then far likelier to be a part of it.</summary>
internal static class TogetherFinder
{
    private const int LinesMax = 10;
    private const double NamedAtLeast = 0.5;
    private const double Exactly = 0.75;
    private const double WithSmallDifference = 0.08;
    private const double NatsOfDifferences = 12;

    /// <param name="open">What is open of each item, in minor units.</param>
    /// <param name="waiting">Lines that are not settled, with their readings.</param>
    /// <param name="amount">Of each line, in minor units.</param>
    public static Dictionary<int, Dictionary<int, double>> Find(MatchIndex index, OpenAmounts open, IEnumerable<(int Line, LineAnswer Answer)> waiting, Func<int, long> amount)
    {
        var claims = new Dictionary<int, List<(int Line, double Gain)>>();
        foreach (var (line, answer) in waiting)
        {
            foreach (var reading in answer.Ranked)
            {
                if (reading.Items is [var item] && reading.ReferenceGain > NamedAtLeast && amount(line) < open[item])
                {
                    Listed(claims, item).Add((line, reading.Score));
                }
            }
        }

        var together = new Dictionary<int, Dictionary<int, double>>();
        foreach (var (item, lines) in claims.Where(claim => claim.Value.Count > 1))
        {
            var likeliest = lines.OrderByDescending(line => line.Gain).ThenBy(line => amount(line.Line)).Take(LinesMax).Select(line => line.Line).ToArray();
            Award(index, item, open[item], likeliest, amount, together);
        }

        return together;
    }

    private static void Award(MatchIndex index, int item, long open, int[] lines, Func<int, long> amount, Dictionary<int, Dictionary<int, double>> together)
    {
        for (var subset = 3; subset < 1 << lines.Length; subset++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)subset) < 2)
            {
                continue;
            }

            var sum = 0L;
            for (var i = 0; i < lines.Length; i++)
            {
                sum += (subset >> i & 1) == 1 ? amount(lines[i]) : 0;
            }

            var kept = open - sum;
            if (kept < -1 || kept > AmountFit.SmallUpTo(open))
            {
                continue;
            }

            var fit = kept == 0 ? Exactly : WithSmallDifference / (NatsOfDifferences * Math.Abs(kept));
            var gain = Math.Log(fit / index.DensityOf(index.Invoices[item].Currency, sum)) - (lines.Length * Math.Log(2));
            for (var i = 0; i < lines.Length; i++)
            {
                if ((subset >> i & 1) == 1)
                {
                    if (!together.TryGetValue(lines[i], out var items))
                    {
                        together[lines[i]] = items = [];
                    }

                    items[item] = Math.Max(gain, items.GetValueOrDefault(item, double.MinValue));
                }
            }
        }
    }

    private static List<(int Line, double Gain)> Listed(Dictionary<int, List<(int Line, double Gain)>> claims, int item)
    {
        if (!claims.TryGetValue(item, out var lines))
        {
            claims[item] = lines = [];
        }

        return lines;
    }
}
