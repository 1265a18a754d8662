using System.Globalization;
using System.Text;

namespace PaymentsApp.Banking.Reading;

/// <summary>
/// An amount as spreadsheets and people write it, taken apart without deciding what point and comma mean:
/// "$1,234.50-", "(12,00)", "−5", "1’000.00 CHF", "د.ا.‏4.750".
/// </summary>
/// <param name="Figures">Digits with points and commas; other marks of thousands are gone.</param>
/// <param name="IsNegative">A minus before or behind, or parentheses.</param>
/// <param name="Mark">Letters or sign of a currency beside it; null when there is none.</param>
internal readonly record struct AmountText(string Figures, bool IsNegative, string? Mark)
{
    public static AmountText? Read(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 60)
        {
            return null;
        }

        var isNegative = text.StartsWith('(') && text.EndsWith(')');
        text = isNegative ? text[1..^1] : text;
        var figures = new StringBuilder();
        var mark = new StringBuilder();
        var (signs, ended, blanks) = (0, false, false);
        foreach (var c in text)
        {
            var kind = char.GetUnicodeCategory(c);
            if (char.IsAsciiDigit(c) || (c is '.' or ',' && (figures.Length > 0 || mark.Length == 0)))
            {
                if (ended)
                {
                    return null; // digits, other letters, digits again: not one amount
                }

                figures.Append(c);
            }
            else if (c is '-' or '\u2212' or '+')
            {
                signs++;
                isNegative |= c != '+';
                ended |= figures.Length > 0;
            }
            else if (c is '\'' or '\u2019' or '\u00A0' or '\u202F' or ' ' or '\t' or '\u200F' or '\u200E')
            {
                blanks |= figures.Length > 0;
            }
            else if (char.IsLetter(c) || kind == UnicodeCategory.CurrencySymbol || c == '.')
            {
                mark.Append(c);
                ended |= figures.Length > 0;
            }
            else
            {
                return null;
            }
        }

        if (signs > 1 || mark.Length > 6 || !figures.ToString().Any(char.IsAsciiDigit))
        {
            return null;
        }

        _ = blanks;
        return new AmountText(figures.ToString(), isNegative, mark.Length > 0 ? mark.ToString() : null);
    }

    /// <summary>Plain figures with a point, if the text can be read with this decimal separator; thousands must stand in threes.</summary>
    public string? Plain(char decimalSeparator)
    {
        var thousands = decimalSeparator == ',' ? '.' : ',';
        var at = Figures.IndexOf(decimalSeparator, StringComparison.Ordinal);
        if (at >= 0 && (Figures.IndexOf(decimalSeparator, at + 1) >= 0 || Figures.IndexOf(thousands, at) >= 0))
        {
            return null;
        }

        var whole = at < 0 ? Figures : Figures[..at];
        var groups = whole.Split(thousands);
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3)))
        {
            return null;
        }

        return string.Concat(groups) + (at < 0 ? "" : string.Concat(".", Figures.AsSpan(at + 1)));
    }
}
