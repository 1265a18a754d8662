using System.Runtime.CompilerServices;

namespace PaymentsApp.Banking.Matching;

/// <summary>Finds numbers that stand in a text letter by letter, also across blanks and line breaks, grown together, or with look-alikes.</summary>
internal static class ExactReferences
{
    /// <summary>More are not listed: a text that names more is a list, and lists come as files.</summary>
    public const int FoundMax = 200;

    // A number that half the ledger carries identifies nothing.
    private const int EqualMax = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<FoundReference> Find(NumberStore numbers, LineText text)
    {
        var found = new List<FoundReference>();
        Span<byte> window = stackalloc byte[NumberStore.LengthMax];
        foreach (var series in numbers.Series)
        {
            for (var from = 0; from + series.Length <= text.Length && found.Count < FoundMax; from++)
            {
                var folded = Read(series, text.Codes.AsSpan(from, series.Length), window);
                if (folded >= 0 && numbers.CanBegin(window[0], window[1]))
                {
                    Look(numbers, series, text, from, window[..series.Length], folded, found);
                }
            }
        }

        return found;
    }

    // Copies the text into the form of the series: how many look-alikes that took, -1 when it is not of that form.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Read(NumberSeries series, ReadOnlySpan<byte> text, Span<byte> window)
    {
        var folded = 0;
        for (var place = 0; place < text.Length; place++)
        {
            var code = text[place];
            if (!series.IsMixed && (series.Letters >> place & 1) == 1 != code > 9)
            {
                var usual = series.Usual[place];
                var other = code > 9 ? ReferenceCosts.AsDigit(code) : ReferenceCosts.LookAlikes(code, usual) ? usual : code;
                if (other == code || other > 9 == code > 9 || ++folded > 3)
                {
                    return -1;
                }

                code = other;
            }

            window[place] = code;
        }

        return folded * 2 > text.Length ? -1 : folded;
    }

    private static void Look(NumberStore numbers, NumberSeries series, LineText text, int from, ReadOnlySpan<byte> number, int folded, List<FoundReference> found)
    {
        var slot = numbers.Find(number);
        if (slot < 0)
        {
            return;
        }

        var to = from + number.Length;
        var breaks = 0;
        for (var place = 1; place < number.Length; place++)
        {
            breaks += text.IsBreak(from + place) && (series.Breaks >> place & 1) == 0 ? 1 : 0;
        }

        var edges = ReferenceCosts.Edge(text, from) + ReferenceCosts.Edge(text, to);
        var cost = ReferenceCosts.Quoted + (folded * ReferenceCosts.LookAlike) + (breaks * ReferenceCosts.Break) + edges;
        var reading = folded > 0 ? ReferenceReading.LookAlike
            : breaks > 0 || edges > ReferenceCosts.Border * 2 ? ReferenceReading.Joined : ReferenceReading.Exact;
        for (var equal = 0; slot >= 0 && equal < EqualMax; slot = numbers.NextEqual(slot), equal++)
        {
            if (series.Information > cost)
            {
                var inFull = reading == ReferenceReading.Exact && series.PrefixLength > 1 ? ReferenceCosts.InFull : 0;
                found.Add(new FoundReference(slot, from, to, series.Information + inFull - cost, reading));
            }
        }
    }
}
