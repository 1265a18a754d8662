using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading;

/// <summary>Reads a date as people and programs write it; which figure is the day is told by a <see cref="DateOrder"/>.</summary>
internal static partial class DateText
{
    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "sty"], ["feb", "fev", "fév", "lut"], ["mar", "mär", "mrt", "maa", "mrz"], ["apr", "avr", "abr", "kwi"],
        ["may", "mai", "mei", "mag", "maj"], ["jun", "juin", "giu", "cze"], ["jul", "juil", "lug", "lip"], ["aug", "aou", "aoû", "ago", "sie"],
        ["sep", "set", "wrz"], ["oct", "okt", "ott", "out", "paź"], ["nov", "lis"], ["dec", "dez", "déc", "dic", "gru"],
    ];

    /// <summary>True for a text that is a date in some order.</summary>
    public static bool Is(string text) => Enum.GetValues<DateOrder>().Any(order => Read(text, order) is not null);

    public static DateOnly? Read(string text, DateOrder order)
    {
        text = text.Trim();
        if (text.Length is < 5 or > 60)
        {
            return null;
        }

        if (Compact().Match(text) is { Success: true } compact)
        {
            return IsoDate.ReadCompact(compact.Groups["date"].ValueSpan);
        }

        if (NameFirst().Match(text) is { Success: true } named)
        {
            return Make(named.Groups["y"].Value, Month(named.Groups["m"].Value), named.Groups["d"].Value);
        }

        var match = Three().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (a, b, c) = (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value);
        if (!char.IsAsciiDigit(b[0]))
        {
            return a.Length == 4 ? Make(a, Month(b), c) : Make(c, Month(b), a);
        }

        return (order, a.Length) switch
        {
            (DateOrder.YearFirst, _) => Make(a, Number(b), c),
            (_, 4) => null,
            (DateOrder.DayFirst, _) => Make(c, Number(b), a),
            _ => Make(c, Number(a), b),
        };
    }

    // Years of two figures are 1980 to 2079, with Quicken's apostrophe or without; some programs count years from 1900 ("099", "104").
    private static DateOnly? Make(string yearText, int month, string dayText)
    {
        var (year, day) = (Number(yearText), Number(dayText));
        year = yearText.Length switch
        {
            <= 2 => year + (year < 80 ? 2000 : 1900),
            3 => year + 1900,
            _ => year,
        };
        return dayText.Length <= 2 && year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Month(string name)
    {
        name = name.ToLowerInvariant();
        return Array.FindIndex(Months, names => names.Any(start => name.StartsWith(start, StringComparison.Ordinal))) + 1;
    }

    // "20240131", "20091224120000[0:GMT]", "20240131T101500"
    [GeneratedRegex(@"^(?<date>(?:19|20)\d{6})(?:T?\d{4,6}(?:\.\d+)?)?(?:\s*\[[^\]]*\])?$")]
    private static partial Regex Compact();

    // "1/ 2'04", "31.12.2024", "2024-01-31 10:15:00", "2024-01-31T10:15:00+01:00", "31-Dec-24", "03/25/099"
    [GeneratedRegex(@"^(?<a>\d{1,4})\s?[./\-\s]\s?(?<b>\d{1,2}|\p{L}{3,9}\.?)\s?(?<last>[./\-\s']|, )\s?(?<c>\d{1,4})(?:$|(?=[T\s,])[T\s,]+\d{1,2}[:.]\d\d.*$)")]
    private static partial Regex Three();

    // "Jan 31, 2024"
    [GeneratedRegex(@"^(?<m>\p{L}{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?:$|\s+\d{1,2}:\d\d.*$)")]
    private static partial Regex NameFirst();
}
