namespace PaymentsApp.Banking.Matching;

/// <summary>Sorts numbers by their form and learns what each form tells.</summary>
internal sealed class SeriesCensus
{
    // Numbers of rarer forms are taken together by their length.
    private const int SeriesMax = 64;
    private const ulong LengthOnly = 1UL << 63;

    private SeriesCensus(NumberSeries[] series, ushort[] seriesOf) => (Series, SeriesOf) = (series, seriesOf);

    public NumberSeries[] Series { get; }

    public ushort[] SeriesOf { get; }

    /// <param name="codes">All numbers, one after the other.</param>
    /// <param name="start">Where each begins, and the end.</param>
    /// <param name="breaks">The places of each before which a blank or mark is printed, as bits.</param>
    public static SeriesCensus Of(byte[] codes, int[] start, ulong[] breaks)
    {
        var count = start.Length - 1;
        var forms = new Dictionary<ulong, int>();
        for (var slot = 0; slot < count; slot++)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(forms, Form(codes.AsSpan(start[slot]..start[slot + 1])), out _)++;
        }

        var common = forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key).Take(SeriesMax).Select(form => form.Key).ToHashSet();
        var keys = new Dictionary<ulong, ushort>();
        var seriesOf = new ushort[count];
        var tallies = new List<Tally>();
        for (var slot = 0; slot < count; slot++)
        {
            var number = codes.AsSpan(start[slot]..start[slot + 1]);
            var form = Form(number);
            var key = common.Contains(form) ? form : LengthOnly | (uint)number.Length;
            if (!keys.TryGetValue(key, out var series))
            {
                keys[key] = series = (ushort)tallies.Count;
                tallies.Add(new Tally(number.Length, key == form ? form >> 6 : null));
            }

            seriesOf[slot] = series;
            tallies[series].Add(number, breaks[slot]);
        }

        return new SeriesCensus([.. tallies.Select(tally => tally.Series())], seriesOf);
    }

    private static ulong Form(ReadOnlySpan<byte> number)
    {
        var letters = 0UL;
        for (var place = 0; place < number.Length; place++)
        {
            letters |= number[place] > 9 ? 1UL << place : 0;
        }

        return letters << 6 | (uint)number.Length;
    }

    private sealed class Tally(int length, ulong? letters)
    {
        private readonly int[] _counts = new int[length * 36];
        private readonly Dictionary<CheckScheme, int> _checks = [];
        private ulong _breaks = ulong.MaxValue;
        private int _members;
        private int _checked;

        public void Add(ReadOnlySpan<byte> number, ulong breaks)
        {
            _breaks &= breaks;
            for (var place = 0; place < number.Length; place++)
            {
                _counts[(place * 36) + number[place]]++;
            }

            _members++;

            // A thousand are enough to know whether all carry check digits.
            if (_checked < 1_000)
            {
                _checked++;
                foreach (var scheme in CheckDigits.Possible(number))
                {
                    _checks[scheme] = _checks.GetValueOrDefault(scheme) + 1;
                }
            }
        }

        public NumberSeries Series()
        {
            var check = _checked < 20 ? CheckScheme.None : _checks.FirstOrDefault(found => found.Value == _checked).Key;
            return NumberSeries.Of(length, letters, _counts, _members, _breaks, check);
        }
    }
}
