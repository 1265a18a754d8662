using System.Globalization;

namespace PaymentsApp.Invoicing.Import;

/// <summary>Reads payment terms in days. Samples: <c>30</c>, <c>30 days</c>, <c>Net 30</c>, <c>14 Tage</c>.</summary>
public static class PaymentTermsText
{
    private const int DaysMax = 365;

    private static readonly string[] Words = ["net", "days", "day", "tage", "tag", "jours", "jour", "netto", "d"];

    public static bool TryParse(string text, out int days)
    {
        days = 0;
        var found = false;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!found && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out days))
            {
                found = true;
            }
            else if (!Words.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return found && days <= DaysMax;
    }
}
