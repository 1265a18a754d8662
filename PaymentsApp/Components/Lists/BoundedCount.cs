using System.Globalization;

namespace PaymentsApp.Components.Lists;

/// <summary>
/// How many rows a list has, counted no further than a limit: a list over a million rows must not count them all.
/// </summary>
public readonly record struct BoundedCount(int Value, bool IsAtLeast)
{
    /// <summary>Where lists stop counting.</summary>
    public const int Limit = 1_000;

    /// <summary>From a count that was taken over at most <see cref="Limit"/> + 1 rows.</summary>
    public static BoundedCount Of(int countedUpToLimitPlusOne) =>
        new(Math.Min(countedUpToLimitPlusOne, Limit), countedUpToLimitPlusOne > Limit);

    /// <summary>"37" or "1,000+".</summary>
    public override string ToString() => Value.ToString("N0", CultureInfo.CurrentCulture) + (IsAtLeast ? "+" : "");
}
