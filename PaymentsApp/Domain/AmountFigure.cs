using System.Globalization;

namespace PaymentsApp.Domain;

/// <summary>
/// Reads one figure the way the given culture writes it, and no other way: digits, at most one decimal separator,
/// group separators in that culture's places, at most the currency's decimals. The text was normalised by
/// <see cref="MoneyText"/>.
/// </summary>
internal static class AmountFigure
{
    /// <summary>All separators of figures anywhere, for finding out what a refused text probably meant.</summary>
    private const string SeparatorsAnywhere = ".,' ";

    // "1,234.50"   "-12"   "$12.50"   "-$12.50"   "12,50 EUR"   "¥1,200"   ".50"
    public static MoneyReading Read(string typed, string currency, CultureInfo culture, bool allowNegative)
    {
        var start = typed[0] == DecimalMark(culture) ? 0 : typed.IndexOfAny(Digits);
        if (start < 0)
        {
            return Unreadable(typed, currency, culture);
        }

        var end = typed.LastIndexOfAny(Digits) + 1;
        if (end <= start)
        {
            return Unreadable(typed, currency, culture);
        }

        var before = typed[..start].Trim();
        var isNegative = before.StartsWith('-') || before.EndsWith('-');
        string[] marks = [before.Trim('-', ' '), typed[end..].Trim()];
        if (before.Count(c => c == '-') > 1)
        {
            return Unreadable(typed, currency, culture);
        }

        foreach (var mark in marks.Where(mark => mark.Length > 0))
        {
            var named = CurrencySymbols.CurrencyOf(mark, currency);
            if (named is null)
            {
                // An accountant's "(50.00)" is below zero: no suggestion that drops the brackets.
                return mark.Contains('(')
                    ? Unreadable(typed, currency, culture)
                    : NotClear(typed, typed[start..end], currency, culture);
            }

            if (named != currency)
            {
                return new MoneyReading.Refused($"This amount is in {currency}, “{typed}” names {named}.", null);
            }
        }

        if (isNegative && !allowNegative)
        {
            return new MoneyReading.Refused("An amount below zero is not accepted here.", null);
        }

        return ReadDigits(typed[start..end], isNegative, currency, culture);
    }

    private static ReadOnlySpan<char> Digits => "0123456789";

    // "1,234.50"
    private static MoneyReading ReadDigits(string body, bool isNegative, string currency, CultureInfo culture)
    {
        var exponent = Currency.ExponentOf(currency);
        var parts = body.Split(DecimalMark(culture));
        var fraction = parts.Length > 1 ? parts[1] : "";
        if (parts.Length > 2 || !fraction.All(char.IsAsciiDigit) || WholeDigits(parts[0], culture) is not { } whole)
        {
            return NotClear(body, body, currency, culture);
        }

        if (fraction.Length > exponent)
        {
            var has = exponent == 0 ? "no decimals" : $"{exponent} decimals";
            return new MoneyReading.Refused(
                $"{currency} has {has}, “{body}” has {fraction.Length}.", Suggestion(body, currency, culture));
        }

        var digits = (whole + fraction.PadRight(exponent, '0')).TrimStart('0');
        var largest = MoneyText.Largest(currency);
        if (digits.Length > 18 || MinorOf(digits) > largest.Minor)
        {
            return new MoneyReading.Refused($"The largest amount is {MoneyText.Figure(largest, culture)}.", null);
        }

        var minor = MinorOf(digits);
        var money = new Money(isNegative ? -minor : minor, currency);
        return new MoneyReading.Amount(money, MoneyText.Figure(money, culture));
    }

    private static long MinorOf(string digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The digits of the part before the decimal separator; null when its groups are not the culture's.</summary>
    private static string? WholeDigits(string whole, CultureInfo culture)
    {
        var separators = GroupSeparators(culture);
        var used = whole.Where(c => !char.IsAsciiDigit(c)).Distinct().ToArray();
        if (used.Length == 0)
        {
            return whole;
        }

        if (used.Length > 1 || !separators.Contains(used[0]))
        {
            return null;
        }

        // "12,34,567" under en-IN: sizes 3, 2; the last one repeats, a zero ends the grouping.
        var groups = whole.Split(used[0]);
        var sizes = culture.NumberFormat.NumberGroupSizes;
        for (var i = 1; i < groups.Length; i++)
        {
            if (groups[^i].Length != SizeAt(sizes, i - 1))
            {
                return null;
            }
        }

        var leading = groups[0];
        var isPlausible = leading.Length > 0 && leading[0] != '0' && leading.Length <= SizeAt(sizes, groups.Length - 1);
        return isPlausible ? string.Concat(groups) : null;
    }

    private static int SizeAt(int[] sizes, int index) => sizes.Length == 0 ? 0 : sizes[Math.Min(index, sizes.Length - 1)];

    private static char DecimalMark(CultureInfo culture) => culture.NumberFormat.NumberDecimalSeparator[0];

    // Both sets of the culture: de-AT groups numbers by a blank and money by a point.
    private static string GroupSeparators(CultureInfo culture)
    {
        var format = culture.NumberFormat;
        var kinds = string.Concat(
            from c in format.NumberGroupSeparator + format.CurrencyGroupSeparator
            select char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c == '\u2019' ? '\'' : c);
        return kinds.Replace(DecimalMark(culture).ToString(), "", StringComparison.Ordinal);
    }

    private static MoneyReading.Refused NotClear(string shown, string body, string currency, CultureInfo culture)
    {
        var suggestion = Suggestion(body, currency, culture);
        return suggestion is null
            ? Unreadable(shown, currency, culture)
            : new MoneyReading.Refused($"“{shown}” is not clear.", suggestion);
    }

    private static MoneyReading.Refused Unreadable(string shown, string currency, CultureInfo culture)
    {
        var example = MoneyText.Figure(new Money(123_450, currency), culture);
        return new MoneyReading.Refused($"“{shown}” is not an amount. Write it like {example}.", null);
    }

    /// <summary>
    /// What another country's writing of the digits would mean: the last separator marks the decimals if there are
    /// not too many of them, else all separate groups. A question to the user, never an answer.
    /// </summary>
    private static string? Suggestion(string body, string currency, CultureInfo culture)
    {
        var exponent = Currency.ExponentOf(currency);
        var parts = body.Split(SeparatorsAnywhere.ToCharArray());
        if (!parts.All(part => part.All(char.IsAsciiDigit)) || parts[0].Length == 0 || body.Length > 24)
        {
            return null;
        }

        var groups = parts.Length > 1 ? parts[1..^1] : [];
        if (parts.Length > 1 && (groups.Any(group => group.Length is < 2 or > 4) || (groups.Length > 0 && parts[0].Length > 4)))
        {
            return null;
        }

        var last = parts.Length > 1 ? parts[^1] : "";
        string digits;
        if (last.Length <= exponent || (last.Length < 3 && last.All(c => c == '0')))
        {
            digits = string.Concat(parts[..Math.Max(1, parts.Length - 1)]) + (last + "000")[..exponent];
        }
        else if (last.Length == 3 && parts[0].Length <= 3 && parts[0][0] != '0')
        {
            digits = string.Concat(parts) + "000"[..exponent];
        }
        else
        {
            return null;
        }

        digits = digits.TrimStart('0');
        return digits.Length > 15 ? null : MoneyText.Figure(new Money(MinorOf(digits), currency), culture);
    }
}
