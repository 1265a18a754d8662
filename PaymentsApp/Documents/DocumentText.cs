using System.Globalization;

namespace PaymentsApp.Documents;

/// <summary>
/// How documents write dates and figures: the same for everybody, in the language of their texts. Whoever prints a receipt may be in Berlin, whoever reads
/// it in Boston; "3/4/2026" would be two days.
/// </summary>
public static class DocumentText
{
    /// <summary>For figures: 1,234.50.</summary>
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>"23 Nov 2026".</summary>
    public static string Of(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"23 Nov 2026, 14:05".</summary>
    /// <param name="local">In the company's time zone.</param>
    public static string Of(DateTime local) => local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
