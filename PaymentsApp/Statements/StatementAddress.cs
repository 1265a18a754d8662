using System.Globalization;

namespace PaymentsApp.Statements;

/// <summary>How a statement is asked for in an address.</summary>
public static class StatementAddress
{
    public const string FormKey = "form";
    public const string OnKey = "on";
    public const string FromKey = "from";

    private const string Day = "yyyy-MM-dd";

    /// <summary>What stands behind the question mark, of the tab and of the file.</summary>
    public static IReadOnlyDictionary<string, object?> Query(StatementAsked asked) => new Dictionary<string, object?>
    {
        [FormKey] = asked.Form.ToString(),
        [OnKey] = asked.On.ToString(Day, CultureInfo.InvariantCulture),
        [FromKey] = asked.From.ToString(Day, CultureInfo.InvariantCulture),
    };

    /// <summary>The file; relative to the application.</summary>
    public static string Of(StatementAsked asked, bool isDownload = false) => string.Create(
        CultureInfo.InvariantCulture,
        $"statements/{asked.OrganizationId}?{string.Join('&', Query(asked).Select(value => $"{value.Key}={value.Value}"))}{(isDownload ? "&download=true" : "")}");

    /// <summary>What an address asks for; open items of today where it says nothing or nothing that can be read.</summary>
    /// <param name="organizationId">Whose.</param>
    /// <param name="form">The name of a <see cref="StatementForm"/>.</param>
    /// <param name="on">The last day, ISO 8601; not after today.</param>
    /// <param name="from">The first day, ISO 8601; not after the last.</param>
    /// <param name="today">In the company.</param>
    public static StatementAsked Read(int organizationId, string? form, string? on, string? from, DateOnly today)
    {
        var last = DayOf(on) is { } day && day <= today ? day : today;
        var first = DayOf(from) is { } start && start <= last ? start : FirstOf(last);
        return new StatementAsked(organizationId, form == nameof(StatementForm.Activity) ? StatementForm.Activity : StatementForm.OpenItem, last, first);
    }

    /// <summary>Where an activity begins when nobody says it: with the month before.</summary>
    public static DateOnly FirstOf(DateOnly last) => new DateOnly(last.Year, last.Month, 1).AddMonths(last is { Year: 1, Month: 1 } ? 0 : -1);

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900 ? day : null;
}
