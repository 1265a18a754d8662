using System.Globalization;

namespace PaymentsApp.Banking.Reading;

/// <summary>Dates of standards: year, month, day without a question.</summary>
internal static class IsoDate
{
    /// <summary>"2015-03-10", "2015-03-10T18:43:50+01:00", "2015-03-10Z": the day as the bank wrote it, whatever the zone.</summary>
    public static DateOnly? Read(string? text) =>
        text?.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>"20150310".</summary>
    public static DateOnly? ReadCompact(ReadOnlySpan<char> text) =>
        text.Length >= 8 && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"150310": SWIFT and clearing houses mean 1980 to 2079.</summary>
    public static DateOnly? ReadShort(ReadOnlySpan<char> text)
    {
        if (text.Length < 6 || !int.TryParse(text[..6], NumberStyles.None, CultureInfo.InvariantCulture, out var figures))
        {
            return null;
        }

        var (year, month, day) = (figures / 10_000, figures / 100 % 100, figures % 100);
        year += year >= 80 ? 1900 : 2000;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}
