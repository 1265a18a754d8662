namespace PaymentsApp.Domain.Sums;

/// <summary>The sets of invoices that have a sum.</summary>
/// <param name="Count">How many there are; at least so many unless <paramref name="IsExact"/>.</param>
/// <param name="IsExact">Every set was counted; false when the search was bounded or the count reached <see cref="CountMax"/>.</param>
/// <param name="Takes">Some of the sets, by how many invoices of each group they take.</param>
internal sealed record FoundSets(long Count, bool IsExact, IReadOnlyList<int[]> Takes)
{
    /// <summary>Counts stop here: the product of two still fits into 64 bits.</summary>
    public const uint CountMax = 1_000_000_000;

    /// <summary>The most sets that a search writes down.</summary>
    public const int TakesMax = 20;

    /// <summary>Proven: there is no set.</summary>
    public static FoundSets None { get; } = new(0, true, []);

    public static long Limited(long count) => Math.Min(count, CountMax);

    /// <summary>In how many ways <paramref name="taken"/> of <paramref name="count"/> equal invoices can be chosen.</summary>
    public static long Ways(int count, int taken)
    {
        if (taken > count)
        {
            return 0;
        }

        var ways = 1L;
        for (var i = 1; i <= Math.Min(taken, count - taken); i++)
        {
            ways = ways * (count - i + 1) / i; // stays whole: it is the number of ways to choose i
            if (ways >= CountMax)
            {
                return CountMax;
            }
        }

        return ways;
    }
}
