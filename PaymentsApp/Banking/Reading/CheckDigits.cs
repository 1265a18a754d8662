namespace PaymentsApp.Banking.Reading;

/// <summary>Check digits of structured creditor references.</summary>
internal static class CheckDigits
{
    /// <summary>Null when no rule applies: RF (ISO 11649, mod 97), the 27 digits of Swiss QR and ISR slips (mod 10 recursive), the Belgian +++ (mod 97).</summary>
    public static bool? Judge(string type, string reference)
    {
        var plain = string.Concat(reference.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (plain.StartsWith("RF", StringComparison.Ordinal) && plain.Length is > 4 and <= 25)
        {
            return Mod97(plain[4..] + plain[..4]) == 1;
        }

        if (plain.Length == 27 && plain.All(char.IsAsciiDigit))
        {
            return RecursiveMod10(plain.AsSpan(0, 26)) == plain[26] - '0';
        }

        if ((reference.Contains('+', StringComparison.Ordinal) || type is "BBA" or "OGM") && plain.Length == 12 && plain.All(char.IsAsciiDigit))
        {
            var rest = (int)(long.Parse(plain.AsSpan(0, 10), System.Globalization.CultureInfo.InvariantCulture) % 97);
            return (rest == 0 ? 97 : rest) == ((plain[10] - '0') * 10) + plain[11] - '0';
        }

        return null;
    }

    private static int Mod97(string text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest;
    }

    private static int RecursiveMod10(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> row = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
        var carry = 0;
        foreach (var c in digits)
        {
            carry = row[(carry + c - '0') % 10];
        }

        return (10 - carry) % 10;
    }
}
