using System.Globalization;

namespace PaymentsApp.Domain;

/// <summary>How a payment's number is written: P-000123.</summary>
public static class PaymentNumber
{
    private const string Prefix = "P-";

    public static string Format(long number) =>
        Prefix + number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Reads "P-000123", "p123" and "123".</summary>
    public static bool TryParse(string text, out long number)
    {
        var digits = text.Trim().TrimStart('P', 'p').TrimStart('-');
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }
}
