namespace PaymentsApp.Banking.Matching;

/// <summary>
/// What each deviation of a quoted number costs, in nats: minus the logarithm of how often people and banks make it at a given
/// place. Rough on purpose: an order of magnitude is what decides, and rivals pay the same.
/// </summary>
internal static class ReferenceCosts
{
    public const double Quoted = 0.5;
    public const double Break = 1.5;

    /// <summary>What it tells, beyond its digits, that a number stands there in full, its letters before it: only a wrong number of the series could look so.</summary>
    public const double InFull = 4.0;
    public const double Border = 0.7;
    public const double GrownTogether = 3.0;
    public const double LookAlike = 2.5;
    public const double Wrong = 5.5;
    public const double Missing = 4.0;
    public const double Added = 4.5;
    public const double Swapped = 4.5;
    public const double WithoutPrefix = 2.0;
    public const double Cut = 3.0;
    public const double CutFurther = 0.7;

    private static readonly byte[] DigitLooks = Looks();

    /// <summary>What it costs that the number begins or ends here.</summary>
    public static double Edge(LineText text, int place) => text.IsBreak(place) ? 0 : text.IsBorder(place) ? Border : GrownTogether;

    /// <summary>One is taken for the other: O and 0, I, L and 1, Z and 2, S and 5, G and 6, B and 8.</summary>
    public static bool LookAlikes(byte left, byte right) => left != right && DigitLooks[left] == DigitLooks[right];

    /// <summary>The digit that a letter looks like; itself when none.</summary>
    public static byte AsDigit(byte code) => DigitLooks[code];

    private static byte[] Looks()
    {
        var looks = Enumerable.Range(0, 36).Select(code => (byte)code).ToArray();
        foreach (var (letters, digit) in new[] { ("OQD", 0), ("IL", 1), ("Z", 2), ("S", 5), ("G", 6), ("B", 8) })
        {
            foreach (var letter in letters)
            {
                looks[LineText.CodeOf(letter)] = (byte)digit;
            }
        }

        return looks;
    }
}
