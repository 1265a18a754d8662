using System.Globalization;

namespace PaymentsApp.Invoicing.Details;

/// <summary>Proposes the invoice number that follows another one.</summary>
public static class NextNumber
{
    private const int DigitsMax = 15;

    /// <summary>The digits at the end plus one, as wide as they were: INV-0099, INV-0100. Empty when it does not end in a digit.</summary>
    public static string After(string number)
    {
        var start = number.Length;
        while (start > 0 && char.IsAsciiDigit(number[start - 1]) && number.Length - start < DigitsMax)
        {
            start--;
        }

        var digits = number[start..];
        if (digits.Length == 0)
        {
            return "";
        }

        var next = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        return number[..start] + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
    }
}
