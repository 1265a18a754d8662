using System.Globalization;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Reads one amount with a known decimal mark, and nothing by guessing. Samples: <c>1234.56</c>,
/// <c>1,234.56</c>, <c>1.234,56 €</c>, <c>1 234,56</c>, <c>1'234.56</c>, <c>USD 12.00</c>, <c>(12.00)</c>, <c>12.00-</c>.
/// </summary>
public static class ImportAmounts
{
    private const int DigitsMax = 20;
    private const string Spaces = " \u00a0\u202f\u2009";
    private const string Apostrophes = "'\u2019";

    /// <param name="text">The cell.</param>
    /// <param name="decimalMark">Point or comma.</param>
    /// <param name="amount">Negative for a minus sign on either side or parentheses.</param>
    /// <param name="currency">The currency that stands beside the amount, or null.</param>
    public static bool TryParse(string text, char decimalMark, out decimal amount, out string? currency)
    {
        amount = 0;
        var body = Bare(text, out var isNegative, out currency);
        Span<char> digits = stackalloc char[DigitsMax + 1];
        if (!TryNormalise(body, decimalMark, digits, out var length)
            || !decimal.TryParse(
                digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount))
        {
            return false;
        }

        amount = isNegative ? -amount : amount;
        return true;
    }

    /// <summary>The digits and marks alone, without sign, currency and surrounding space.</summary>
    internal static ReadOnlySpan<char> Bare(string text, out bool isNegative, out string? currency)
    {
        var body = Trim(text.AsSpan());
        isNegative = false;
        if (body is ['(', .., ')'])
        {
            isNegative = true;
            body = Trim(body[1..^1]);
        }

        body = isNegative ? body : WithoutSign(body, ref isNegative);
        body = WithoutCurrency(body, out currency);
        return isNegative ? body : WithoutSign(body, ref isNegative);
    }

    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> body, scoped ref bool isNegative)
    {
        if (body is ['-' or '\u2212', ..])
        {
            isNegative = true;
            return Trim(body[1..]);
        }

        if (body is [.., '-' or '\u2212'])
        {
            isNegative = true;
            return Trim(body[..^1]);
        }

        return body is ['+', ..] ? Trim(body[1..]) : body;
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> body, out string? currency)
    {
        currency = null;
        var start = body.IndexOfAnyInRange('0', '9');
        var end = body.LastIndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return body;
        }

        // A mark or a sign may stand right before the first digit: .50, $-12
        if (start > 0 && body[start - 1] is '.' or ',' or '-' or '\u2212')
        {
            start--;
        }

        var before = Trim(body[..start]);
        var after = Trim(body[(end + 1)..]);
        var sign = before.Length > 0 ? before : after;
        if ((before.Length > 0 && after.Length > 0) || (sign.Length > 0 && !TryReadCurrency(sign, out currency)))
        {
            return body; // left as it is, so that it is refused
        }

        return body[start..(end + 1)];
    }

    private static bool TryReadCurrency(ReadOnlySpan<char> sign, out string? currency)
    {
        currency = sign switch
        {
            "€" => "EUR",
            "£" => "GBP",
            _ when sign.Length == 3 && !sign.ContainsAnyExceptInRange('A', 'Z') => sign.ToString(),
            _ => null, // a dollar or yen sign names several currencies
        };
        return currency is not null || sign is "$" or "US$" or "¥" or "kr" or "kr." or "Fr." or "₩" or "₹" or "zł";
    }

    private static bool TryNormalise(ReadOnlySpan<char> body, char decimalMark, Span<char> digits, out int length)
    {
        length = 0;
        var mark = body.IndexOf(decimalMark);
        var whole = mark < 0 ? body : body[..mark];
        var fraction = mark < 0 ? default : body[(mark + 1)..];
        if (body.Length == 0 || (mark >= 0 && (fraction.Length == 0 || fraction.ContainsAnyExceptInRange('0', '9'))))
        {
            return false;
        }

        if (!AreGroupsRight(whole, decimalMark))
        {
            return false;
        }

        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c) && !TryAppend(digits, c, ref length))
            {
                return false;
            }
        }

        if (mark >= 0)
        {
            digits[length++] = '.';
            foreach (var c in fraction)
            {
                if (!TryAppend(digits, c, ref length))
                {
                    return false;
                }
            }
        }

        return length > 0;
    }

    private static bool TryAppend(Span<char> digits, char c, ref int length)
    {
        if (length >= digits.Length - 1)
        {
            return false;
        }

        digits[length++] = c;
        return true;
    }

    // Groups of exactly three after the first, all cut by the same sign, which is not the decimal mark.
    private static bool AreGroupsRight(ReadOnlySpan<char> whole, char decimalMark)
    {
        var group = whole.IndexOfAnyExceptInRange('0', '9');
        if (group < 0)
        {
            return true;
        }

        var sign = whole[group];
        if (sign == decimalMark || !IsGroupSign(sign) || group is < 1 or > 3)
        {
            return false;
        }

        var rest = whole[(group + 1)..];
        while (true)
        {
            if (rest.Length < 3 || rest[..3].ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            if (rest.Length == 3)
            {
                return true;
            }

            if (rest[3] != sign)
            {
                return false;
            }

            rest = rest[4..];
        }
    }

    private static bool IsGroupSign(char sign) =>
        sign is ',' or '.' || Spaces.Contains(sign) || Apostrophes.Contains(sign);

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(Spaces).Trim('\t');
}
