using System.Globalization;
using System.Text;

namespace PaymentsApp.Domain;

/// <summary>
/// The one place where amounts become text and text becomes amounts. Reading is strict because .NET's own is not:
/// under en-US it takes "12,50" for 1250, under de-DE "12.50" for 1250. A text that the reader's culture does not
/// write exactly this way is refused with the likely meaning shown.
/// </summary>
public static class MoneyText
{
    /// <summary>Longest text that is looked at; a calculation fits, a pasted page does not.</summary>
    public const int LengthMax = 200;

    // Whole units; the largest amount is 999,999,999,999.99 (or .999, or without decimals).
    private const long UnitsBound = 1_000_000_000_000;

    /// <summary>"1,234.50" in the given culture, with the currency's decimals and a real minus sign.</summary>
    public static string Figure(Money money, CultureInfo culture)
    {
        var format = Currency.ExponentOf(money.Currency) switch { 0 => "N0", 2 => "N2", _ => "N3" };
        var magnitude = decimal.Abs(ToDecimal(money)).ToString(format, culture);
        return money.IsNegative ? "\u2212" + magnitude : magnitude;
    }

    /// <summary>"1,234.50 USD"; a no-break space keeps figure and code on one line.</summary>
    public static string WithCode(Money money, CultureInfo culture) => $"{Figure(money, culture)}\u00A0{money.Currency}";

    /// <summary>"-1234.50" for files and other programs: no group separators, a point, a hyphen.</summary>
    public static string Plain(Money money) => ToDecimal(money).ToString(CultureInfo.InvariantCulture);

    /// <summary>The largest amount that can be typed.</summary>
    public static Money Largest(string currency) =>
        new((UnitsBound * Currency.MinorPerUnit(currency)) - 1, currency);

    /// <summary>
    /// Reads one figure ("1,234.50", "$12", "12 USD") or a calculation ("120+35.50", "3*45.00"). Zero is an amount;
    /// whether it makes sense is the caller's question. The result of a calculation is above zero.
    /// </summary>
    public static MoneyReading Read(string? text, string currency, CultureInfo culture, bool allowNegative = false)
    {
        if (text?.Length > LengthMax)
        {
            return new MoneyReading.Refused("This is too long for an amount.", null);
        }

        var typed = Normalise(text ?? "");
        if (typed.Length == 0)
        {
            return new MoneyReading.Empty();
        }

        if (typed is ['=', _, ..])
        {
            typed = typed[1..].TrimStart(); // "=5*3": the habit of a spreadsheet
        }

        return AmountExpression.Is(typed)
            ? AmountExpression.Read(typed, currency, culture)
            : AmountFigure.Read(typed, currency, culture, allowNegative);
    }

    // Exact: the minor units are the digits and the exponent is the scale.
    private static decimal ToDecimal(Money money)
    {
        var minor = (UInt128)Int128.Abs(money.Minor);
        return new decimal(
            unchecked((int)(uint)minor), unchecked((int)(uint)(minor >> 32)), 0,
            money.IsNegative, (byte)Currency.ExponentOf(money.Currency));
    }

    /// <summary>
    /// Full-width forms of a Japanese keyboard become plain ones, every kind of blank one blank, every apostrophe
    /// and minus sign one of its kind; marks without width (pasted from web pages) go away.
    /// </summary>
    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var c = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;
            switch (c)
            {
                case '\u2019' or '\u2018' or '\u02BC' or '\u2032':
                    plain.Append('\'');
                    break;
                case '\u2212':
                    plain.Append('-');
                    break;
                case '\u00D7':
                    plain.Append('*');
                    break;
                case '\uFFE5':
                    plain.Append('\u00A5'); // yen
                    break;
                case '\uFFE1':
                    plain.Append('\u00A3'); // pound
                    break;
                case '\uFFE6':
                    plain.Append('\u20A9'); // won
                    break;
                default:
                    var kind = char.GetUnicodeCategory(c);
                    if (kind != UnicodeCategory.Format)
                    {
                        plain.Append(kind == UnicodeCategory.SpaceSeparator || c == '\t' ? ' ' : c);
                    }

                    break;
            }
        }

        return plain.ToString().Trim();
    }
}
