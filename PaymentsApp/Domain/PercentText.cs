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
    public static Money Of(Money amount, int basisPoints)
    {
        var (quotient, rest) = Int128.DivRem((Int128)amount.Minor * basisPoints, Whole);
        var rounded = Int128.Abs(rest) * 2 >= Whole ? quotient + Int128.Sign(amount.Minor) : quotient;
        return amount with { Minor = checked((long)rounded) };
    }

    /// <summary>"2%" or "12.5%" in the reader's number format.</summary>
    public static string Format(int basisPoints, CultureInfo culture) => $"{(basisPoints / 100m).ToString("0.##", culture)}%";
}
