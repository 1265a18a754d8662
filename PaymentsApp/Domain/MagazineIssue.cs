using System.Globalization;

namespace PaymentsApp.Domain;

/// <summary>A magazine issue as an invoice row names it.</summary>
/// <param name="Name">“Harbor Monthly, March 2026”.</param>
/// <param name="AppearsOn">The first day of its month.</param>
public sealed record MagazineIssue(string Name, DateOnly AppearsOn)
{
    /// <summary>Null when the name does not end with a month and a year in English.</summary>
    public static MagazineIssue? Parse(string name)
    {
        // Harbor Monthly, March 2026
        var words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && DateOnly.TryParseExact($"{words[^2]} {words[^1]}", ["MMMM yyyy", "MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new(name, month)
            : null;
    }
}
