using System.Runtime.CompilerServices;

namespace PaymentsApp.Banking.Matching;

/// <summary>
/// Finds the place in a text that is most like a number, faults weighed: what the agreeing places tell, less what the faults
/// cost. One aligner serves one thread.
/// </summary>
internal sealed class NumberAligner
{
    private const double Impossible = -1e9;

    private readonly ulong[] _places = new ulong[36];
    private readonly Row[] _rows = [new(), new(), new()];
    private readonly double[] _edges = new double[LineText.LengthMax + 1];
    private readonly double[] _breaks = new double[LineText.LengthMax + 1];
    private LineText? _text;

    /// <summary>
    /// Where pieces of the text lie that are at most so many single faults from the number: a quick look (Myers 1999).
    /// Empty: there are none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int From, int To) Near(ReadOnlySpan<byte> number, LineText text, int faultsMax)
    {
        for (var place = 0; place < number.Length; place++)
        {
            _places[number[place]] |= 1UL << place;
        }

        var (plus, minus, distance, first, last) = (~0UL, 0UL, number.Length, -1, -1);
        var lowest = 1UL << (number.Length - 1);
        for (var place = 0; place < text.Length; place++)
        {
            var equal = _places[text.Codes[place]];
            var vertical = equal | minus;
            var diagonal = (((equal & plus) + plus) ^ plus) | equal;
            var up = minus | ~(diagonal | plus);
            var down = plus & diagonal;
            distance += (up & lowest) != 0 ? 1 : (down & lowest) != 0 ? -1 : 0;
            if (distance <= faultsMax)
            {
                (first, last) = (first < 0 ? place : first, place);
            }

            up <<= 1;
            down <<= 1;
            plus = down | ~(vertical | up);
            minus = up & vertical;
        }

        foreach (var code in number)
        {
            _places[code] = 0;
        }

        return first < 0 ? (0, 0) : (Math.Max(0, first - number.Length - faultsMax), Math.Min(text.Length, last + 1 + faultsMax));
    }

    /// <summary>The best place between these two; null when nothing there tells more than chance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FoundReference? Align(int slot, ReadOnlySpan<byte> number, NumberSeries series, LineText text, (int From, int To) range)
    {
        Prepare(text);
        var best = (Gain: 0.0, From: 0, To: 0);
        for (var place = 0; place <= number.Length; place++)
        {
            Fill(place, number, series, text, range);
            var after = number.Length - place;
            var cut = ReferenceCosts.Quoted + (after == 0 ? 0 : Cut(after));
            var row = _rows[place % 3];
            for (var to = range.From + 1; to <= range.To; to++)
            {
                var gain = row.Score[to] - cut - _edges[to];
                if (gain > best.Gain && row.From[to] < to)
                {
                    best = (gain, row.From[to], to);
                }
            }
        }

        return best.Gain > 0 ? new FoundReference(slot, best.From, best.To, best.Gain, ReferenceReading.Faulty) : null;
    }

    private static double Cut(int places) => ReferenceCosts.Cut + ((places - 1) * ReferenceCosts.CutFurther);

    private void Prepare(LineText text)
    {
        if (ReferenceEquals(_text, text))
        {
            return;
        }

        _text = text;
        for (var place = 0; place <= text.Length; place++)
        {
            _edges[place] = ReferenceCosts.Edge(text, place);
            _breaks[place] = place > 0 && place < text.Length && text.IsBreak(place) ? ReferenceCosts.Break : 0;
        }
    }

    // One row of the table: so many places of the number used up, against every place of the text.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int place, ReadOnlySpan<byte> number, NumberSeries series, LineText text, (int From, int To) range)
    {
        var (row, above, twoAbove) = (_rows[place % 3], _rows[(place + 2) % 3], _rows[(place + 1) % 3]);
        var codes = text.Codes;
        var begin = place == 0 ? 0 : place == series.PrefixLength ? ReferenceCosts.WithoutPrefix : Cut(place);
        for (var to = range.From; to <= range.To; to++)
        {
            // A break before the first letter that is used costs nothing: it is given back here and taken at the next step.
            var (score, from) = (_breaks[to] - _edges[to] - begin, to);
            if (place > 0)
            {
                Take(above.Score[to] - ReferenceCosts.Missing, above.From[to], ref score, ref from);
            }

            if (to > range.From)
            {
                Take(row.Score[to - 1] - ReferenceCosts.Added - _breaks[to - 1], row.From[to - 1], ref score, ref from);
                if (place > 0)
                {
                    var (wanted, there) = (number[place - 1], codes[to - 1]);
                    var gain = wanted == there ? series.Gains[place - 1]
                        : ReferenceCosts.LookAlikes(wanted, there) ? series.Gains[place - 1] - ReferenceCosts.LookAlike : -ReferenceCosts.Wrong;
                    Take(above.Score[to - 1] + gain - _breaks[to - 1], above.From[to - 1], ref score, ref from);
                    if (place > 1 && to > range.From + 1 && wanted != there && wanted == codes[to - 2] && there == number[place - 2])
                    {
                        var swapped = series.Gains[place - 1] + series.Gains[place - 2] - ReferenceCosts.Swapped - _breaks[to - 1] - _breaks[to - 2];
                        Take(twoAbove.Score[to - 2] + swapped, twoAbove.From[to - 2], ref score, ref from);
                    }
                }
            }

            (row.Score[to], row.From[to]) = (Math.Max(score, Impossible), from);
        }
    }

    private static void Take(double candidate, int candidateFrom, ref double score, ref int from)
    {
        if (candidate > score)
        {
            (score, from) = (candidate, candidateFrom);
        }
    }

    private sealed class Row
    {
        public double[] Score { get; } = new double[LineText.LengthMax + 1];

        public int[] From { get; } = new int[LineText.LengthMax + 1];
    }
}
