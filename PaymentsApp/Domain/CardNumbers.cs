using System.Globalization;
using System.Text;

namespace PaymentsApp.Domain;

/// <summary>
/// Finds card numbers (PANs) in free text, so that they are refused before they are stored. A hit is a group of
/// digits, or neighbouring groups, whose length and beginning an issuer uses and whose check digit is right
/// (ISO/IEC 7812, Luhn). IBANs, RF references, telephone numbers and labelled document numbers are left alone.
/// </summary>
public static class CardNumbers
{
    private const int DigitsMin = 13;
    private const int DigitsMax = 19;

    // " - " between two groups is still one number; more than that is two.
    private const int SeparatorsMax = 3;

    // Letters directly before the digits ("INV4000...") name a document unless they are one of these.
    private static readonly string[] CardWords =
        ["CARD", "CARDNO", "VISA", "MASTERCARD", "MC", "AMEX", "PAN", "CC", "CCNO", "NO", "NR", "KARTE", "KREDITKARTE", "CARTE"];

    /// <summary>True when the text holds something that is a card number in all probability.</summary>
    public static bool Contains(string? text)
    {
        if (text is null || text.Length < DigitsMin)
        {
            return false;
        }

        var plain = Normalise(text);
        OtherNumbers.Blank(plain);
        return Runs(plain.ToString()).Any(HoldsCard);
    }

    // Every kind of digit becomes 0-9, blank ' ', dash '-', dot '.'; invisible marks go; letters become upper case.
    private static StringBuilder Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(text, i);
            var c = text[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[i] - 0xFEE0) : text[i];
            var kind = char.GetUnicodeCategory(c);
            if (digit >= 0)
            {
                plain.Append((char)('0' + digit));
                i += char.IsHighSurrogate(text[i]) ? 1 : 0;
            }
            else if (kind != UnicodeCategory.Format)
            {
                plain.Append(kind switch
                {
                    UnicodeCategory.SpaceSeparator => ' ',
                    UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation => '-',
                    _ => c switch { '\u2212' => '-', '\u00B7' or '\u2022' or '\u30FB' => '.', _ => char.ToUpperInvariant(c) },
                });
            }
        }

        return plain;
    }

    /// <summary>Runs of digit groups with separators between them, without a group that belongs to a word.</summary>
    private static IEnumerable<List<Group>> Runs(string plain)
    {
        var run = new List<Group>();
        var i = 0;
        while (i < plain.Length)
        {
            if (!char.IsAsciiDigit(plain[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < plain.Length && char.IsAsciiDigit(plain[i]))
            {
                i++;
            }

            var between = run.Count == 0 ? "" : plain[run[^1].End..start];
            if (between.Length > SeparatorsMax || between.Any(c => c is not (' ' or '-' or '.')))
            {
                yield return run;
                run = [];
                between = "";
            }

            run.Add(new Group(plain[start..i], between, i, IsPartOfWord(plain, start)));
        }

        yield return run;
    }

    private static bool IsPartOfWord(string plain, int start)
    {
        var wordStart = start;
        while (wordStart > 0 && char.IsAsciiLetter(plain[wordStart - 1]))
        {
            wordStart--;
        }

        return wordStart < start && !CardWords.Contains(plain[wordStart..start]);
    }

    private static bool HoldsCard(List<Group> run)
    {
        for (var first = 0; first < run.Count; first++)
        {
            var digits = "";
            for (var last = first; last < run.Count && !run[last].IsPartOfWord; last++)
            {
                digits += run[last].Digits;
                if (digits.Length > DigitsMax)
                {
                    break;
                }

                if (digits.Length >= DigitsMin && IsCard(digits) && IsSpelledAsOne(run.GetRange(first, last - first + 1)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the groups look like one number: equal groups (the last may be shorter), or the print of an issuer.
    /// A list of amounts or dates, "4500.00 5200.00 3100.00", is not one.
    /// </summary>
    private static bool IsSpelledAsOne(List<Group> groups)
    {
        var lengths = groups.ConvertAll(group => group.Digits.Length);
        var isEven = lengths.Skip(1).SkipLast(1).All(length => length == lengths[0]) && lengths[^1] <= lengths[0];
        return isEven || string.Join('-', lengths) is "4-6-5" or "4-6-4" or "4-3-3-3" or "4-4-5" or "6-7" or "6-8" or "6-9"
            or "6-10" or "6-12" or "6-13" or "4-9" or "4-10" or "4-11" or "4-12" or "4-8-4" or "4-4-8" or "4-4-4-7" or "8-11";
    }

    private static bool IsCard(string digits) => HasIssuer(digits) && HasCheckDigit(digits);

    private static bool HasIssuer(string digits)
    {
        var length = digits.Length;
        var two = Prefix(digits, 2);
        var three = Prefix(digits, 3);
        var four = Prefix(digits, 4);
        return two switch
        {
            >= 40 and <= 49 => length is 13 or 16 or 19, // Visa
            >= 51 and <= 55 => length == 16, // Mastercard
            34 or 37 => length == 15, // American Express
            36 => length is >= 14 and <= 19, // Diners Club
            38 or 39 => length is 14 or 16,
            62 or 65 => length >= 16, // UnionPay, Discover
            _ => three switch
            {
                >= 300 and <= 305 => length is 14 or 16,
                >= 644 and <= 649 => length >= 16,
                _ => four switch
                {
                    >= 2221 and <= 2720 => length == 16, // Mastercard's second series
                    >= 3528 and <= 3589 => length >= 16, // JCB
                    3095 => length is 14 or 16,
                    6011 => length >= 16,
                    >= 2200 and <= 2204 => length >= 16, // Mir
                    // Maestro's own ranges only: all that begins with 5 or 6 would take in far too much.
                    5018 or 5020 or 5038 or 5893 or 6304 or 6759 or 6761 or 6762 or 6763 => true,
                    _ => false,
                },
            },
        };
    }

    private static int Prefix(string digits, int length) =>
        int.Parse(digits.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = 2 * digit;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    private sealed record Group(string Digits, string SeparatorBefore, int End, bool IsPartOfWord);
}
