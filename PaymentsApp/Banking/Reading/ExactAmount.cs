using PaymentsApp.Domain;

namespace PaymentsApp.Banking.Reading;

/// <summary>A decimal number as written: digits and where the point stood. Nothing is ever rounded on the way in.</summary>
/// <param name="Digits">All digits as one whole number, signed.</param>
/// <param name="Scale">How many of them stand behind the point.</param>
internal readonly record struct ExactAmount(Int128 Digits, int Scale)
{
    private const int DigitsMax = 30;

    /// <summary>Reads digits with at most one decimal separator; an optional sign in front. No separators of thousands.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, char decimalSeparator, out ExactAmount amount)
    {
        amount = default;
        var isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..])
        {
            text = text[1..];
        }

        Int128 digits = 0;
        var (seen, significant, scale) = (0, 0, -1);
        foreach (var c in text)
        {
            if (c == decimalSeparator && scale < 0)
            {
                scale = 0;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            seen++;
            significant += significant > 0 || c != '0' ? 1 : 0;
            if (significant > DigitsMax || scale >= DigitsMax)
            {
                return false;
            }

            digits = (digits * 10) + (c - '0');
            scale += scale >= 0 ? 1 : 0;
        }

        amount = new ExactAmount(isNegative ? -digits : digits, Math.Max(scale, 0));
        return seen > 0;
    }

    /// <summary>Whole minor units; false when too large. <paramref name="isExact"/> is false when decimals beyond the currency's were cut by rounding half away from zero.</summary>
    public bool TryMinor(int exponent, out long minor, out bool isExact)
    {
        (minor, isExact) = (0, true);
        var value = Digits;
        for (var i = Scale; i < exponent; i++)
        {
            value *= 10;
        }

        if (Scale > exponent)
        {
            Int128 unit = 1;
            for (var i = exponent; i < Scale; i++)
            {
                unit *= 10;
            }

            var (whole, rest) = Int128.DivRem(value, unit);
            isExact = rest == 0;
            value = Int128.Abs(rest) * 2 >= unit ? whole + Int128.Sign(rest) : whole;
        }

        if (value > MinorMax || value < -MinorMax)
        {
            return false;
        }

        minor = (long)value;
        return true;
    }

    /// <summary>Sums of a hundred million of the largest amounts still fit into a long.</summary>
    private static Int128 MinorMax => 99_999_999_999_999_999;

    /// <summary>Decimals of a currency, those of earlier times too; two when it is not known.</summary>
    public static int ExponentOf(string? currency) => currency switch
    {
        not null when Currency.IsKnown(currency) => Currency.ExponentOf(currency),
        "ITL" or "ESP" or "BEF" or "LUF" or "GRD" or "PTE" or "TRL" or "ROL" or "MGF" or "BYR" => 0,
        "CLF" or "UYW" => 4,
        _ => 2,
    };
}
