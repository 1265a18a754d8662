namespace PaymentsApp.Banking.Matching;

/// <summary>What sure lines take of each item. Lines that together want more than is open are held back, unless only some of them fit.</summary>
internal sealed class Claims(OpenAmounts open)
{
    private const int LinesMax = 12;

    private readonly Dictionary<int, List<Claim>> _byItem = [];

    /// <param name="place">Of the line.</param>
    public void Add(int place, MatchLine line, Hypothesis reading)
    {
        foreach (var item in reading.Items)
        {
            if (!_byItem.TryGetValue(item, out var lines))
            {
                _byItem[item] = lines = [];
            }

            lines.Add(new Claim(place, reading.Items.Length == 1 ? Math.Min(line.AmountMinor, open[item]) : open[item], line.Text));
        }
    }

    /// <summary>The lines that cannot all be right.</summary>
    public HashSet<int> Contested()
    {
        var contested = new HashSet<int>();
        foreach (var (item, lines) in _byItem)
        {
            var sum = lines.Sum(line => line.Minor);
            if (lines.Count > 1 && sum > open[item] + 1)
            {
                var fitting = Fitting(lines, open[item]);
                contested.UnionWith(lines.Where((_, i) => (fitting >> i & 1) == 0).Select(line => line.Line));
            }
            else if (lines.Count > 1 && sum < open[item])
            {
                // Two parts alike in amount and words are one part paid twice, unless all parts together pay the whole.
                contested.UnionWith(lines.GroupBy(line => (line.Minor, line.Text)).Where(alike => alike.Count() > 1).SelectMany(alike => alike).Select(line => line.Line));
            }
        }

        return contested;
    }

    // The only set of several that pays all to the cent; as bits, 0: there is none, or more than one.
    private static int Fitting(List<Claim> lines, long open)
    {
        var found = 0;
        for (var subset = 1; lines.Count <= LinesMax && subset < 1 << lines.Count; subset++)
        {
            var sum = 0L;
            for (var i = 0; i < lines.Count; i++)
            {
                sum += (subset >> i & 1) == 1 ? lines[i].Minor : 0;
            }

            if (sum == open)
            {
                if (found != 0)
                {
                    return 0;
                }

                found = subset;
            }
        }

        return found;
    }

    private readonly record struct Claim(int Line, long Minor, string Text);
}
