namespace PaymentsApp.Domain;

/// <summary>What is open in one currency by days overdue; the parts are those of the <see cref="Bounds"/>, in minor units.</summary>
public sealed record Aging(string Currency, IReadOnlyList<long> PartsMinor, AgingBounds Bounds)
{
    public Money Total => new(PartsMinor.Sum(), Currency);

    public Money Part(int index) => new(PartsMinor[index], Currency);

    /// <summary>A part's share of the whole in thousandths, for drawing.</summary>
    public long SharePerMille(int index) =>
        Total.Minor == 0 ? 0 : (long)((Int128)PartsMinor[index] * 1000 / Total.Minor);
}
