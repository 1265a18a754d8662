using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Work;

/// <summary>
/// Which client comes first: the money at stake, counted in average open invoices of its currency, because amounts of different currencies
/// do not compare; it counts as much again for each 30 days that the oldest invoice is late.
/// </summary>
/// <param name="averages">The average open invoice of each currency, in minor units.</param>
internal sealed class WorkOrder(IReadOnlyDictionary<string, long> averages)
{
    private const int DaysThatAddOnce = 30;

    // Thousandths, so that small sums still differ.
    private const int Parts = 1_000;

    /// <summary>An average open invoice in this currency, in minor units; 1 when none is open.</summary>
    public long AverageMinor(string currency) => Math.Max(1, averages.GetValueOrDefault(currency));

    /// <param name="stake">What is overdue, or promised where nothing is.</param>
    /// <param name="daysLate">Of the oldest invoice.</param>
    public long WeightOf(IEnumerable<Money> stake, int daysLate)
    {
        var invoices = stake.Aggregate((Int128)0, (sum, money) => sum + ((Int128)money.Minor * Parts / AverageMinor(money.Currency)));
        return (long)Int128.Min(long.MaxValue, invoices * (DaysThatAddOnce + Math.Max(0, daysLate)) / DaysThatAddOnce);
    }
}
