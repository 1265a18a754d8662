using System.Globalization;

namespace PaymentsApp.Domain;

/// <summary>Percentages as whole basis points (hundredths of a percent), so that no fraction is ever stored.</summary>
public static class PercentText
{
    /// <summary>One hundred percent, in basis points.</summary>
    public const int Whole = 10_000;

    /// <summary>The part of an amount, rounded half up to the smallest unit (half away from zero).</summary>
    /// <param name="amount">Of any sign.</param>
    /// <param name="basisPoints">200 for two percent.</param>
    public static Money Of(Money amount, int basisPoints) => amount with { Minor = Of(amount.Minor, basisPoints) };

    /// <summary>The same in minor units, where the currency is known to be one.</summary>
    public static long Of(long minor, int basisPoints)
    {
        var (quotient, rest) = Int128.DivRem((Int128)minor * basisPoints, Whole);
        var rounded = Int128.Abs(rest) * 2 >= Whole ? quotient + Int128.Sign(minor) : quotient;
        return checked((long)rounded);
    }

    /// <summary>"2%" or "12.5%" in the reader's number format.</summary>
    public static string Format(int basisPoints, CultureInfo culture) => $"{(basisPoints / 100m).ToString("0.##", culture)}%";
}
