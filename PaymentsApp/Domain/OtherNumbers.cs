using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentsApp.Domain;

/// <summary>
/// Long numbers of daily business that could be taken for card numbers: IBANs (ISO 13616), creditor references
/// (ISO 11649) and telephone numbers in international writing (E.164).
/// </summary>
internal static partial class OtherNumbers
{
    // Country and length of its IBANs, from the SWIFT registry.
    private const string IbanLengths = """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
        ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
        LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29
        PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
        YE30
        """;

    private const int ReferenceLengthMin = 5;
    private const int ReferenceLengthMax = 25;

    private static readonly Dictionary<string, int> LengthOfIban = IbanLengths
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(entry => entry[..2], entry => int.Parse(entry[2..], CultureInfo.InvariantCulture));

    /// <summary>Puts a mark without meaning in the place of each such number. The text is upper case.</summary>
    public static void Blank(StringBuilder text)
    {
        foreach (var match in Telephone().Matches(text.ToString()).Reverse())
        {
            if (match.Value.Count(char.IsAsciiDigit) is >= 7 and <= 15)
            {
                Fill(text, match.Index, match.Length);
            }
        }

        foreach (var match in CountryAndCheckDigits().Matches(text.ToString()).Reverse())
        {
            BlankChecked(text, match.Index);
        }
    }

    // "DE89 3704 0044 0532 0130 00"   "GB29NWBK60161331926819"   "RF18 5390 0754 7034"
    private static void BlankChecked(StringBuilder text, int start)
    {
        var compact = new StringBuilder();
        var ends = new List<int>(); // ends[n]: where the compact form of length n + 1 ends in the text
        for (var i = start; i < text.Length && compact.Length < 34; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                compact.Append(text[i]);
                ends.Add(i + 1);
            }
            else if (text[i] is not (' ' or '-') || !char.IsAsciiLetterOrDigit(text[i - 1]))
            {
                break;
            }
        }

        var country = compact.ToString(0, 2);
        var (longest, shortest) = country == "RF" ? (ReferenceLengthMax, ReferenceLengthMin)
            : LengthOfIban.TryGetValue(country, out var length) ? (length, length)
            : (0, 1);
        for (var n = Math.Min(longest, compact.Length); n >= shortest; n--)
        {
            if (Remainder97(compact.ToString(0, n)) == 1)
            {
                Fill(text, start, ends[n - 1] - start);
                return;
            }
        }
    }

    // ISO 7064 mod 97-10: the first four to the end, letters as 10 to 35.
    private static int Remainder97(string compact)
    {
        var remainder = 0;
        foreach (var c in compact[4..] + compact[..4])
        {
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder;
    }

    private static void Fill(StringBuilder text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            text[i] = '#';
        }
    }

    // "+49 30 1234567"   "+1 (212) 555-0100"   "+44 (0)20 7946 0000". The plus sign makes it one.
    [GeneratedRegex(@"\+[0-9](?:[ .()/-]{0,2}[0-9]){6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex("(?<![A-Z0-9])[A-Z]{2}[0-9]{2}(?=[ -]?[A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CountryAndCheckDigits();
}
