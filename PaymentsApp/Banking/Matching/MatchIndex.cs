namespace PaymentsApp.Banking.Matching;

/// <summary>Open items and payers, made ready for looking up. Never changed once made; a run may use it from several threads.</summary>
public sealed class MatchIndex
{
    private readonly int[] _itemsFrom;
    private readonly int[] _items;
    private readonly Dictionary<string, Amounts> _amounts = new(StringComparer.Ordinal);

    private MatchIndex(IReadOnlyList<MatchInvoice> invoices, IReadOnlyList<MatchPayer> payers, MatchMemory memory)
    {
        // An array: the hot loops read it without a call through an interface.
        Invoices = invoices as MatchInvoice[] ?? [.. invoices];
        PayerOf = new int[invoices.Count];
        Open = new long[invoices.Count];
        _itemsFrom = new int[payers.Count + 1];
        _items = new int[invoices.Count];
        var (numbers, payerIndex) = ((NumberStore?)null, (PayerIndex?)null);
        Parallel.Invoke(
            () => numbers = NumberStore.Build(Invoices),
            () =>
            {
                payerIndex = new PayerIndex(payers, memory);
                IndexAmounts();
            });
        (Numbers, Payers) = (numbers!, payerIndex!);
        IndexItems();
    }

    internal MatchInvoice[] Invoices { get; }

    internal PayerIndex Payers { get; }

    internal NumberStore Numbers { get; }

    /// <summary>What is open of each item before the run, in minor units.</summary>
    internal long[] Open { get; }

    /// <summary>The place of each item's payer.</summary>
    internal int[] PayerOf { get; }

    /// <exception cref="KeyNotFoundException">An invoice's payer is not among the payers.</exception>
    public static MatchIndex Build(IReadOnlyList<MatchInvoice> invoices, IReadOnlyList<MatchPayer> payers, MatchMemory memory) => new(invoices, payers, memory);

    internal ReadOnlySpan<int> ItemsOf(int payer) => _items.AsSpan(_itemsFrom[payer].._itemsFrom[payer + 1]);

    internal int CountOf(int payer) => _itemsFrom[payer + 1] - _itemsFrom[payer];

    /// <summary>Items of this very amount, whoever's.</summary>
    internal ReadOnlySpan<int> OfAmount(string currency, long minor) =>
        _amounts.TryGetValue(currency, out var amounts) ? amounts.Equal(minor) : [];

    /// <summary>
    /// How likely an arbitrary payment is of this very amount. List prices are common; other amounts are spread so that each
    /// power of ten has the same share.
    /// </summary>
    internal double DensityOf(string currency, long minor)
    {
        const double natsOfAmounts = 12;
        var spread = 1 / (natsOfAmounts * Math.Max(1, Math.Abs((double)minor)));
        if (!_amounts.TryGetValue(currency, out var amounts))
        {
            return spread;
        }

        var equal = amounts.Equal(minor).Length;
        return equal < 2 ? spread : Math.Max(spread, (double)equal / amounts.Count);
    }

    private void IndexItems()
    {
        for (var i = 0; i < Invoices.Length; i++)
        {
            PayerOf[i] = Payers.PlaceOf(Invoices[i].PayerId);
            _itemsFrom[PayerOf[i] + 1]++;
        }

        for (var payer = 0; payer + 1 < _itemsFrom.Length; payer++)
        {
            _itemsFrom[payer + 1] += _itemsFrom[payer];
        }

        var next = _itemsFrom[..^1];
        for (var i = 0; i < Invoices.Length; i++)
        {
            _items[next[PayerOf[i]]++] = i;
        }
    }

    private void IndexAmounts()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Invoices.Length; i++)
        {
            Open[i] = Invoices[i].OpenMinor;
            counts[Invoices[i].Currency] = counts.GetValueOrDefault(Invoices[i].Currency) + 1;
        }

        foreach (var (currency, count) in counts)
        {
            _amounts[currency] = new Amounts(Invoices, Open, currency, count);
        }
    }

    private sealed class Amounts
    {
        private readonly long[] _sorted;
        private readonly int[] _items;

        public Amounts(IReadOnlyList<MatchInvoice> invoices, long[] open, string currency, int count)
        {
            (_items, _sorted) = (new int[count], new long[count]);
            var next = 0;
            for (var i = 0; i < open.Length; i++)
            {
                if (invoices[i].Currency == currency)
                {
                    (_items[next], _sorted[next]) = (i, open[i]);
                    next++;
                }
            }

            Array.Sort(_sorted, _items);
        }

        public int Count => _items.Length;

        public ReadOnlySpan<int> Equal(long minor)
        {
            var from = Below(minor);
            return _items.AsSpan(from, Below(minor + 1) - from);
        }

        // How many are smaller.
        private int Below(long minor)
        {
            var (low, high) = (0, _sorted.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _sorted[middle] < minor ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
