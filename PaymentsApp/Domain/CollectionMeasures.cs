namespace PaymentsApp.Domain;

/// <summary>How fast money comes in, from sums of one currency in minor units. Whole days and percent; null where nothing was billed or is due.</summary>
public static class CollectionMeasures
{
    /// <summary>Days sales outstanding: what is open, in days of what was billed on average.</summary>
    public static int? DaysOutstanding(long openMinor, long billedMinor, int days) =>
        billedMinor <= 0 ? null : (int)Int128.Min(int.MaxValue, ((Int128)Math.Max(0, openMinor) * days + (billedMinor / 2)) / billedMinor);

    /// <summary>
    /// The same counted back: the latest days whose invoices together make what is open. It follows the season, where the average does not.
    /// </summary>
    /// <param name="openMinor">What is open.</param>
    /// <param name="billedByDay">What was billed today, yesterday and so on.</param>
    /// <returns>Null when all days together are less than what is open.</returns>
    public static int? DaysCountedBack(long openMinor, IEnumerable<long> billedByDay)
    {
        var (left, days) = (openMinor, 0);
        foreach (var billed in billedByDay)
        {
            if (left <= 0)
            {
                return days;
            }

            left -= billed;
            days++;
        }

        return left <= 0 ? days : null;
    }

    /// <summary>
    /// Collector effectiveness: of what could be collected in a period, how much was. What was open at its beginning and billed in it, less what is
    /// open at its end, is what was collected; with what is overdue at its end it is what could have been.
    /// </summary>
    public static int? Effectiveness(long collectedMinor, long overdueMinor) => collectedMinor + overdueMinor <= 0
        ? null
        : (int)(((Int128)Math.Max(0, collectedMinor) * 200 + collectedMinor + overdueMinor) / (2 * ((Int128)collectedMinor + overdueMinor)));
}
