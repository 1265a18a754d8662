namespace PaymentsApp.Domain;

/// <summary>Spreads what is open of an invoice over its rows. To the last minor unit: the parts always add up to what is open.</summary>
public static class RowShares
{
    /// <summary>What is open of each row, in minor units, in the order given.</summary>
    /// <param name="amountsMinor">The rows as printed. A negative one, a reduction, is settled against the others and never open.</param>
    /// <param name="outstandingMinor">What is open of the invoice: not negative, and no more than the positive rows.</param>
    /// <param name="spread">The rule.</param>
    public static IReadOnlyList<long> OpenOf(IReadOnlyList<long> amountsMinor, long outstandingMinor, RowSpread spread)
    {
        var whole = amountsMinor.Aggregate(0L, (sum, amount) => checked(sum + Math.Max(0, amount)));
        Invariant.Holds(outstandingMinor >= 0 && outstandingMinor <= whole, "No more is open than the rows come to.");
        return spread switch
        {
            RowSpread.FirstRowFirst => FirstRowFirst(amountsMinor, whole - outstandingMinor),
            RowSpread.Proportional => Proportional(amountsMinor, outstandingMinor, whole),
            _ => throw new ArgumentOutOfRangeException(nameof(spread), spread, "Not a rule."),
        };
    }

    private static long[] FirstRowFirst(IReadOnlyList<long> amounts, long settled)
    {
        var open = new long[amounts.Count];
        for (var row = 0; row < open.Length; row++)
        {
            var amount = Math.Max(0, amounts[row]);
            var part = Math.Min(amount, settled);
            open[row] = amount - part;
            settled -= part;
        }

        return open;
    }

    // Each row its share rounded down; the minor units that are left go to the largest remainders, of equal ones to the earlier row.
    private static long[] Proportional(IReadOnlyList<long> amounts, long outstanding, long whole)
    {
        var open = new long[amounts.Count];
        if (outstanding == 0)
        {
            return open;
        }

        var remainders = new Int128[amounts.Count];
        var left = outstanding;
        for (var row = 0; row < open.Length; row++)
        {
            var (share, remainder) = Int128.DivRem((Int128)outstanding * Math.Max(0, amounts[row]), whole);
            (open[row], remainders[row]) = ((long)share, remainder);
            left -= open[row];
        }

        foreach (var row in Enumerable.Range(0, open.Length).OrderByDescending(row => remainders[row]).ThenBy(row => row).Take((int)left))
        {
            open[row]++;
        }

        return open;
    }
}
