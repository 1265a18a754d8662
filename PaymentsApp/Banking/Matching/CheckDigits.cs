namespace PaymentsApp.Banking.Matching;

/// <summary>Says whether a normalised reference carries valid check digits.</summary>
internal static class CheckDigits
{
    private static readonly int[] SwissCarry = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

    private static readonly int[] FinnishWeights = [7, 3, 1];

    private static readonly CheckScheme[] Schemes = [.. Enum.GetValues<CheckScheme>().Where(scheme => scheme != CheckScheme.None)];

    /// <summary>The schemes that could guard numbers of this form.</summary>
    public static IEnumerable<CheckScheme> Possible(ReadOnlySpan<byte> codes)
    {
        var found = new List<CheckScheme>();
        foreach (var scheme in Schemes)
        {
            if (IsValid(scheme, codes))
            {
                found.Add(scheme);
            }
        }

        return found;
    }

    /// <summary>Holds the check of this scheme; false for numbers that cannot be of it.</summary>
    /// <param name="codes">0 to 9, and 10 to 35 for letters.</param>
    public static bool IsValid(CheckScheme scheme, ReadOnlySpan<byte> codes) => scheme switch
    {
        CheckScheme.CreditorReference => IsCreditorReference(codes),
        CheckScheme.SwissReference => codes.Length is 26 or 27 && AreDigits(codes) && SwissCheck(codes),
        CheckScheme.BelgianCommunication => codes.Length == 12 && AreDigits(codes) && BelgianCheck(codes),
        CheckScheme.FinnishReference => codes.Length is >= 4 and <= 20 && AreDigits(codes) && FinnishCheck(codes),
        CheckScheme.Luhn => codes.Length is >= 4 and <= 25 && AreDigits(codes) && LuhnCheck(codes),
        _ => false,
    };

    private static bool AreDigits(ReadOnlySpan<byte> codes) => codes.IndexOfAnyExceptInRange((byte)0, (byte)9) < 0;

    // RF18 5390 0754 7034: the first four go to the end, letters count as two digits.
    private static bool IsCreditorReference(ReadOnlySpan<byte> codes)
    {
        if (codes.Length is < 5 or > 25 || codes[0] != 27 || codes[1] != 15 || codes[2] > 9 || codes[3] > 9)
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[(i + 4) % codes.Length];
            rest = ((rest * (code > 9 ? 100 : 10)) + code) % 97;
        }

        return rest == 1;
    }

    private static bool SwissCheck(ReadOnlySpan<byte> codes)
    {
        var carry = 0;
        foreach (var digit in codes[..^1])
        {
            carry = SwissCarry[(carry + digit) % 10];
        }

        return (10 - carry) % 10 == codes[^1];
    }

    private static bool BelgianCheck(ReadOnlySpan<byte> codes)
    {
        var rest = 0;
        foreach (var digit in codes[..10])
        {
            rest = ((rest * 10) + digit) % 97;
        }

        return (rest == 0 ? 97 : rest) == (codes[10] * 10) + codes[11];
    }

    private static bool FinnishCheck(ReadOnlySpan<byte> codes)
    {
        var sum = 0;
        for (var i = 0; i < codes.Length - 1; i++)
        {
            sum += codes[codes.Length - 2 - i] * FinnishWeights[i % 3];
        }

        return (10 - (sum % 10)) % 10 == codes[^1];
    }

    private static bool LuhnCheck(ReadOnlySpan<byte> codes)
    {
        var sum = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            var digit = codes[codes.Length - 1 - i];
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9;
        }

        return sum % 10 == 0;
    }
}
