namespace PaymentsApp.Domain;

/// <summary>What is open in one currency by days overdue; the parts are those of <see cref="Titles"/>, in minor units.</summary>
public sealed record Aging(string Currency, IReadOnlyList<long> PartsMinor)
{
    private static readonly int[] LastDays = [0, 30, 60, 90];

    public static IReadOnlyList<string> Titles { get; } = ["Not due", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"];

    public Money Total => new(PartsMinor.Sum(), Currency);

    /// <summary>The part that so many days overdue belong to.</summary>
    public static int PartOf(int daysOverdue)
    {
        var part = Array.FindIndex(LastDays, last => daysOverdue <= last);
        return part < 0 ? LastDays.Length : part;
    }

    /// <summary>The earliest due day of a part; the last part has none.</summary>
    public static DateOnly EarliestDueOn(int part, DateOnly today) => today.AddDays(-LastDays[part]);

    public Money Part(int index) => new(PartsMinor[index], Currency);

    /// <summary>A part's share of the whole in thousandths, for drawing.</summary>
    public long SharePerMille(int index) =>
        Total.Minor == 0 ? 0 : (long)((Int128)PartsMinor[index] * 1000 / Total.Minor);
}
