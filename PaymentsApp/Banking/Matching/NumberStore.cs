namespace PaymentsApp.Banking.Matching;

/// <summary>All numbers of the open items, normalised to letters and digits, in one block, and found again by a hash.</summary>
internal sealed class NumberStore
{
    /// <summary>Numbers outside of these lengths are not looked for: too short to tell anything, too long to be typed.</summary>
    public const int LengthMin = 3;
    public const int LengthMax = 40;

    private readonly byte[] _codes;
    private readonly int[] _start;
    private readonly int[] _invoice;
    private readonly int[] _firstOfInvoice;
    private readonly ushort[] _series;
    private readonly int[] _buckets;
    private readonly int[] _next;
    private readonly ulong[] _starts;

    private NumberStore(SeriesCensus census, byte[] codes, int[] start, int[] invoice, int[] firstOfInvoice)
    {
        (_codes, _start, _invoice, _firstOfInvoice) = (codes, start, invoice, firstOfInvoice);
        Series = census.Series;
        _series = census.SeriesOf;
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, invoice.Length * 2))];
        _next = new int[invoice.Length];
        _starts = new ulong[36];
        for (var slot = 0; slot < invoice.Length; slot++)
        {
            var number = Codes(slot);
            ref var bucket = ref _buckets[Hash(number) & (uint)(_buckets.Length - 1)];
            (_next[slot], bucket) = (bucket, slot + 1);
            _starts[number[0]] |= 1UL << number[1];
        }
    }

    /// <summary>The forms that the numbers have.</summary>
    public NumberSeries[] Series { get; }

    /// <summary>How many numbers there are: the slots are counted from 0.</summary>
    public int Slots => _invoice.Length;

    public ReadOnlySpan<byte> Codes(int slot) => _codes.AsSpan(_start[slot], _start[slot + 1] - _start[slot]);

    public NumberSeries SeriesOf(int slot) => Series[_series[slot]];

    public int InvoiceOf(int slot) => _invoice[slot];

    /// <summary>The numbers of an item: from the first up to, not including, the second.</summary>
    public (int From, int To) SlotsOf(int invoice) => (_firstOfInvoice[invoice], _firstOfInvoice[invoice + 1]);

    /// <summary>The number as the invoice has it.</summary>
    public string PrintedOf(MatchInvoice invoice, int slot)
    {
        Span<byte> number = stackalloc byte[LengthMax];
        foreach (var printed in invoice.Numbers)
        {
            if (Codes(slot).SequenceEqual(number[..Normalise(printed, number, out _)]))
            {
                return printed;
            }
        }

        return string.Empty;
    }

    /// <summary>Some number begins like this.</summary>
    public bool CanBegin(byte first, byte second) => (_starts[first] >> second & 1) == 1;

    /// <summary>The first number that is exactly this; -1: none. Others follow with <see cref="NextEqual"/>.</summary>
    public int Find(ReadOnlySpan<byte> number) => Equal(_buckets[Hash(number) & (uint)(_buckets.Length - 1)], number);

    /// <summary>The next one that is the same; -1: no more.</summary>
    public int NextEqual(int slot) => Equal(_next[slot], Codes(slot));

    public static NumberStore Build(IReadOnlyList<MatchInvoice> invoices)
    {
        var firstOfInvoice = new int[invoices.Count + 1];
        var (count, length) = Count(invoices);
        var (codes, start, invoice, breaks) = (new byte[length], new int[count + 1], new int[count], new ulong[count]);
        var (slot, next) = (0, 0);
        Span<byte> number = stackalloc byte[LengthMax];
        for (var i = 0; i < invoices.Count; i++)
        {
            firstOfInvoice[i] = slot;
            foreach (var printed in invoices[i].Numbers)
            {
                if (Normalise(printed, number, out var marks) is >= LengthMin and var places)
                {
                    (start[slot], invoice[slot], breaks[slot]) = (next, i, marks);
                    number[..places].CopyTo(codes.AsSpan(next));
                    next += places;
                    slot++;
                }
            }
        }

        (firstOfInvoice[^1], start[^1]) = (slot, next);
        return new NumberStore(SeriesCensus.Of(codes, start, breaks), codes, start, invoice, firstOfInvoice);
    }

    private static (int Numbers, int Codes) Count(IReadOnlyList<MatchInvoice> invoices)
    {
        Span<byte> number = stackalloc byte[LengthMax];
        var (numbers, codes) = (0, 0);
        foreach (var invoice in invoices)
        {
            foreach (var printed in invoice.Numbers)
            {
                var length = Normalise(printed, number, out _);
                (numbers, codes) = length >= LengthMin ? (numbers + 1, codes + length) : (numbers, codes);
            }
        }

        return (numbers, codes);
    }

    private int Equal(int link, ReadOnlySpan<byte> number)
    {
        while (link > 0 && !Codes(link - 1).SequenceEqual(number))
        {
            link = _next[link - 1];
        }

        return link - 1;
    }

    // Bit i of the breaks: a blank or mark stands before place i.
    private static int Normalise(string printed, Span<byte> number, out ulong breaks)
    {
        var (length, isBreak) = (0, false);
        breaks = 0;
        foreach (var letter in printed)
        {
            var code = LineText.CodeOf(letter);
            if (code < 0)
            {
                isBreak = true;
                continue;
            }

            if (length == LengthMax)
            {
                return 0;
            }

            breaks |= isBreak && length > 0 ? 1UL << length : 0;
            isBreak = false;
            number[length++] = (byte)code;
        }

        return length;
    }

    private static uint Hash(ReadOnlySpan<byte> number)
    {
        var hash = 14695981039346656037UL;
        foreach (var code in number)
        {
            hash = (hash ^ code) * 1099511628211UL;
        }

        return (uint)(hash ^ hash >> 29);
    }
}
