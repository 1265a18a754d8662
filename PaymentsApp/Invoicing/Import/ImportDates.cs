using System.Globalization;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Reads one date in a known order. Samples: <c>1/26/2013</c>, <c>26.01.2013</c>, <c>2013-01-26</c>,
/// <c>20130126</c>, <c>2013-01-26T00:00:00</c>, <c>26-Jan-2013</c>, <c>Jan 26, 2013</c>.
/// </summary>
public static class ImportDates
{
    private const int YearMin = 1950;
    private const int YearMax = 2150;

    // Two digits: 79 is 2079, 80 is 1980.
    private const int CenturyPivot = 80;

    private static readonly string[] NamedMonthFormats =
    [
        "d-MMM-yyyy", "d MMM yyyy", "d. MMM yyyy", "d MMMM yyyy", "d. MMMM yyyy", "MMM d, yyyy", "MMM d yyyy",
        "MMMM d, yyyy", "MMMM d yyyy", "d/MMM/yyyy", "d-MMM-yy", "d MMM yy", "yyyy-MMM-d",
    ];

    public static bool TryParse(string text, DateOrder order, out DateOnly date)
    {
        var value = WithoutTime(text.AsSpan().Trim());
        return TryReadUnambiguous(value, out date) || TryReadInOrder(value, order, out date);
    }

    /// <summary>True for a date that reads the same whatever the order: year first, or a month by name.</summary>
    public static bool TryReadUnambiguous(string text, out DateOnly date) =>
        TryReadUnambiguous(WithoutTime(text.AsSpan().Trim()), out date);

    private static bool TryReadUnambiguous(ReadOnlySpan<char> value, out DateOnly date)
    {
        if (value.Length == 8 && IsDigits(value))
        {
            return TryMake(value[..4], value[4..6], value[6..], out date);
        }

        if (TrySplit(value, out var first, out var second, out var third) && first.Length == 4)
        {
            return TryMake(first, second, third, out date);
        }

        if (value.ContainsAnyInRange('A', 'z')
            && DateOnly.TryParseExact(value, NamedMonthFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && date.Year is >= YearMin and <= YearMax)
        {
            return true;
        }

        date = default;
        return false;
    }

    private static bool TryReadInOrder(ReadOnlySpan<char> value, DateOrder order, out DateOnly date)
    {
        date = default;
        if (order == DateOrder.YearMonthDay)
        {
            return false; // written as one order only, and that was tried already
        }

        ReadOnlySpan<char> first, second, year;
        if (value.Length == 8 && IsDigits(value))
        {
            first = value[..2];
            second = value[2..4];
            year = value[4..];
        }
        else if (!TrySplit(value, out first, out second, out year) || first.Length > 2 || year.Length is not (2 or 4))
        {
            return false;
        }

        return order == DateOrder.DayMonthYear
            ? TryMake(year, second, first, out date)
            : TryMake(year, first, second, out date);
    }

    private static bool TryMake(
        ReadOnlySpan<char> yearText, ReadOnlySpan<char> monthText, ReadOnlySpan<char> dayText, out DateOnly date)
    {
        date = default;
        if (!TryReadNumber(yearText, out var year) || !TryReadNumber(monthText, out var month)
            || !TryReadNumber(dayText, out var day))
        {
            return false;
        }

        if (yearText.Length == 2)
        {
            year += year < CenturyPivot ? 2000 : 1900;
        }

        if (year is < YearMin or > YearMax || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        return text.Length is >= 1 and <= 4
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool TrySplit(
        ReadOnlySpan<char> value, out ReadOnlySpan<char> first, out ReadOnlySpan<char> second, out ReadOnlySpan<char> third)
    {
        first = second = third = default;
        var cut = value.IndexOfAny('/', '.', '-');
        if (cut <= 0)
        {
            return false;
        }

        var separator = value[cut];
        var rest = value[(cut + 1)..];
        var next = rest.IndexOf(separator);
        if (next <= 0)
        {
            return false;
        }

        first = value[..cut];
        second = rest[..next].TrimStart(' ');
        third = rest[(next + 1)..].TrimStart(' ');
        return IsDigits(first) && IsDigits(second) && IsDigits(third);
    }

    // A time of day after the date says nothing about which day it is: 2013-01-26T00:00:00, 26.01.2013 08:30.
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        if (colon < 0)
        {
            return value;
        }

        var cut = value[..colon].LastIndexOfAny('T', ' ');
        return cut > 0 ? value[..cut].TrimEnd() : value;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
