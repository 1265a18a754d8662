namespace PaymentsApp.Banking.Matching;

/// <summary>Who may have paid a line, and how likely each is before text and amount are looked at.</summary>
internal sealed class PayerBelief
{
    // How often a line bears the payer's own name, account, customer number; the rest are parents, factors, spouses, mistakes.
    private const double OwnName = 0.9;
    private const double OwnAccount = 0.98;
    private const double OwnNumber = 0.95;
    private const double OtherName = 0.02;
    private const double OtherAccount = 0.005;
    private const double OtherNumber = 0.05;
    private const double SimilarName = 0.5;
    private const double OtherThanSimilar = 0.4;
    private const double SeenOnce = 0.7;

    private const PayerSigns Certain = PayerSigns.Name | PayerSigns.Account | PayerSigns.CustomerNumber;

    private readonly Dictionary<int, (double Factor, PayerSigns Signs)> _known = [];
    private readonly MatchIndex _index;
    private readonly double _whole;
    private readonly double _others = 1;
    private readonly double _likeliest;

    private PayerBelief(MatchIndex index, List<PayerClue> clues)
    {
        _index = index;
        foreach (var clue in clues)
        {
            var share = clue.Payers.Sum(payer => (double)index.CountOf(payer.Payer)) / Math.Max(1, index.Invoices.Length);
            clue.Share = Math.Max(share, 1e-12);
            foreach (var (payer, _) in clue.Payers)
            {
                _known[payer] = (1, PayerSigns.None);
            }

            _others *= clue.Otherwise;
        }

        var open = 0.0;
        foreach (var payer in _known.Keys.ToList())
        {
            var (factor, signs) = (1.0, PayerSigns.None);
            foreach (var clue in clues)
            {
                var likeness = clue.Payers.Where(found => found.Payer == payer).Select(found => found.Likeness).FirstOrDefault();
                factor *= likeness > 0 ? Math.Max(clue.Own * likeness / clue.Share, clue.Otherwise) : clue.Otherwise;
                signs |= likeness > 0 ? clue.Sign : PayerSigns.None;
            }

            _known[payer] = (factor, signs);
            var share = (double)index.CountOf(payer) / Math.Max(1, index.Invoices.Length);
            open += share;
            _whole += share * factor;
        }

        _likeliest = _known.Count == 0 ? 0 : _known.Values.Max(known => known.Factor);
        Candidates =
        [
            .. _known.Where(payer => payer.Value.Factor > 1)
                .OrderByDescending(payer => payer.Value.Factor).ThenByDescending(payer => index.CountOf(payer.Key)).ThenBy(payer => OpenOf(payer.Key)).Select(payer => payer.Key),
        ];
        _whole += Math.Max(0, 1 - open) * _others;
        _whole = Math.Max(_whole, 1e-12);
        IsSomebody = clues.Any(clue => (clue.Sign & Certain) != 0);
    }

    /// <summary>Name, account or customer number belong to somebody known.</summary>
    public bool IsSomebody { get; }

    /// <summary>Those that something speaks for, the likeliest first.</summary>
    public IReadOnlyList<int> Candidates { get; }

    /// <summary>Not a thousand times less likely than the likeliest.</summary>
    public bool IsLikely(int payer) => _known.TryGetValue(payer, out var known) && known.Factor * 1_000 >= _likeliest;

    /// <summary>What speaks for this payer.</summary>
    public PayerSigns SignsOf(int payer) => _known.TryGetValue(payer, out var known) ? known.Signs : PayerSigns.None;

    /// <summary>Name, account or customer number belong to others, and none of them to this payer.</summary>
    public bool IsAgainst(int payer) => IsSomebody && (SignsOf(payer) & Certain) == 0;

    /// <summary>The chance that the line pays one particular item of this payer, were text and amount unknown.</summary>
    public double PerItem(int payer, int items) => (_known.TryGetValue(payer, out var known) ? known.Factor : _others) / _whole / Math.Max(1, items);

    /// <param name="learned">Payers seen with an account earlier in the run, with how often.</param>
    public static PayerBelief Of(MatchLine line, in LineKeys keys, MatchIndex index, RunMemory learned)
    {
        var clues = new List<PayerClue>();
        var payers = index.Payers;
        var named = payers.Named(keys).Union(learned.Named(keys)).Select(payer => (payer, 1.0)).ToList();
        if (named.Count > 0)
        {
            clues.Add(new PayerClue(named, PayerSigns.Name, OwnName, OtherName));
        }
        else if (payers.Similar(line.PayerName).ToList() is { Count: > 0 } similar)
        {
            clues.Add(new PayerClue(similar, PayerSigns.SimilarName, SimilarName, OtherThanSimilar));
        }

        var paying = payers.Paying(keys).Union(learned.Paying(keys)).Select(payer => (payer, 1.0)).ToList();
        if (paying.Count > 0)
        {
            clues.Add(new PayerClue(paying, PayerSigns.Account, OwnAccount, OtherAccount));
        }
        else if (learned.PayingOnce(keys) is { } once)
        {
            clues.Add(new PayerClue([(once, 1.0)], PayerSigns.SeenOnce, SeenOnce, 1 - SeenOnce));
        }

        if (payers.Quoted(line.Text).Select(payer => (payer, 1.0)).ToList() is { Count: > 0 } quoted)
        {
            clues.Add(new PayerClue(quoted, PayerSigns.CustomerNumber, OwnNumber, OtherNumber));
        }

        return new PayerBelief(index, clues);
    }

    // Only to put payers into an order that their content gives.
    private long OpenOf(int payer)
    {
        var sum = 0L;
        foreach (var item in _index.ItemsOf(payer))
        {
            sum += _index.Open[item];
        }

        return sum;
    }

    private sealed record PayerClue(List<(int Payer, double Likeness)> Payers, PayerSigns Sign, double Own, double Otherwise)
    {
        public double Share { get; set; }
    }
}
