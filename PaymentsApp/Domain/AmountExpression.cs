using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentsApp.Domain;

/// <summary>
/// Small calculations in an amount box: amounts joined by + and -, and a whole number times an amount. No division:
/// it may not come out even, and who gets the odd cent is not for a text box to decide.
/// </summary>
internal static partial class AmountExpression
{
    private const int FactorDigitsMax = 5;

    // A minus before the first digit is the sign of a single figure: "-12", "$-12".
    public static bool Is(string typed)
    {
        var firstDigit = typed.AsSpan().IndexOfAnyInRange('0', '9');
        return firstDigit >= 0 && typed.AsSpan(firstDigit).IndexOfAny('+', '-', '*') >= 0;
    }

    // "120+35.50"   "1000 - 15"   "3*45.00"   "2*10 + 0.50"
    public static MoneyReading Read(string typed, string currency, CultureInfo culture)
    {
        if (Date().IsMatch(typed))
        {
            return new MoneyReading.Refused($"“{typed}” looks like a date, not like an amount.", null);
        }

        var sum = Int128.Zero;
        var echo = new StringBuilder();
        var start = 0;
        var isMinus = false;
        while (start <= typed.Length)
        {
            var length = typed.AsSpan(start).IndexOfAny('+', '-');
            var end = length < 0 ? typed.Length : start + length;
            var term = ReadTerm(typed[start..end].Trim(), currency, culture);
            if (term is not MoneyReading.Amount amount)
            {
                return term;
            }

            sum += isMinus ? -amount.Value.Minor : amount.Value.Minor;
            echo.Append(start == 0 ? "" : isMinus ? " \u2212 " : " + ").Append(amount.Echo);
            isMinus = end < typed.Length && typed[end] == '-';
            start = end + 1;
        }

        var largest = MoneyText.Largest(currency);
        if (sum > largest.Minor)
        {
            return new MoneyReading.Refused($"The largest amount is {MoneyText.Figure(largest, culture)}.", null);
        }

        // At most LengthMax / 2 terms of at most Largest each: far inside a long.
        var result = new Money((long)sum, currency);
        echo.Append(" = ").Append(MoneyText.Figure(result, culture));
        return result.IsPositive
            ? new MoneyReading.Amount(result, echo.ToString())
            : new MoneyReading.Refused($"{echo}: the result must be above zero.", null);
    }

    // "45.00"   "3*45.00"   "45.00*3"   "2*3*10"
    private static MoneyReading ReadTerm(string term, string currency, CultureInfo culture)
    {
        var parts = term.Split('*', StringSplitOptions.TrimEntries);
        if (parts.Any(part => part.Length == 0))
        {
            return new MoneyReading.Refused("A figure is missing in the calculation.", null);
        }

        var amountAt = Array.FindIndex(parts, part => !IsFactor(part));
        amountAt = amountAt < 0 ? parts.Length - 1 : amountAt;
        if (parts.Where((part, i) => i != amountAt && !IsFactor(part)).Any())
        {
            return new MoneyReading.Refused($"“{term}”: an amount can only be multiplied by a whole number.", null);
        }

        var reading = AmountFigure.Read(parts[amountAt], currency, culture, allowNegative: false);
        if (reading is not MoneyReading.Amount amount)
        {
            // The suggestion for one figure would read as one for the whole calculation.
            return reading is MoneyReading.Refused refused ? new MoneyReading.Refused(refused.Message, null) : reading;
        }

        var largest = MoneyText.Largest(currency);
        var product = (Int128)amount.Value.Minor;
        var echo = new StringBuilder();
        foreach (var factor in parts.Where((_, i) => i != amountAt))
        {
            product *= int.Parse(factor, NumberStyles.None, CultureInfo.InvariantCulture);
            echo.Append(factor).Append(" \u00D7 ");
            if (product > largest.Minor)
            {
                return new MoneyReading.Refused($"The largest amount is {MoneyText.Figure(largest, culture)}.", null);
            }
        }

        return new MoneyReading.Amount(new Money((long)product, currency), echo.Append(amount.Echo).ToString());
    }

    // A leading zero is no way to write how many: "2024-0015" is a document number.
    private static bool IsFactor(string part) =>
        part.Length <= FactorDigitsMax && part.All(char.IsAsciiDigit) && part[0] != '0';

    // "2026-11-22"   "22-11-2026"
    [GeneratedRegex(@"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
