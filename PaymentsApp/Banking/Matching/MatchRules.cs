namespace PaymentsApp.Banking.Matching;

/// <summary>What the engine may do by itself.</summary>
public sealed record MatchRules
{
    /// <summary>Stored with every decision; changes with any rule or figure that could change a decision.</summary>
    public const string Version = "match-1";

    /// <summary>The highest chance of being wrong with which a line is applied unasked.</summary>
    public double ErrorMax { get; init; } = 1e-4;

    /// <summary>The best reading is so many times likelier than the next one, or it is not applied unasked.</summary>
    public double RivalFactor { get; init; } = 1e3;

    /// <summary>Small differences up to this share of what is open may be applied unasked, in hundredths of a percent.</summary>
    public int ToleranceBasisPoints { get; init; } = 10;

    /// <summary>Small differences up to this may be applied unasked in any case, in minor units.</summary>
    public long ToleranceMinor { get; init; } = 10;

    /// <summary>The most proposals of a line.</summary>
    public int ProposalsMax { get; init; } = 3;

    /// <summary>A proposal less likely than this is not shown.</summary>
    public double ProposalMin { get; init; } = 0.02;

    /// <summary>The small difference that may be applied unasked, in minor units.</summary>
    public long ToleranceOf(long openMinor) => Math.Max(ToleranceMinor, openMinor / 10_000 * ToleranceBasisPoints);
}
