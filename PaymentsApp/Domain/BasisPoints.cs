namespace PaymentsApp.Domain;

/// <summary>Parts of an amount in hundredths of a percent: 200 are 2 %.</summary>
public static class BasisPoints
{
    /// <summary>The whole.</summary>
    public const int Whole = 10_000;

    /// <summary>That part of the amount, rounded to the smallest unit of money, half away from zero as invoices do.</summary>
    /// <param name="minor">Not negative.</param>
    /// <param name="basisPoints">0 to <see cref="Whole"/>.</param>
    public static long Of(long minor, int basisPoints)
    {
        Invariant.Holds(minor >= 0 && basisPoints is >= 0 and <= Whole, "A part is between nothing and the whole.");
        return (long)((((Int128)minor * basisPoints) + (Whole / 2)) / Whole);
    }
}
