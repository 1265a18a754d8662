namespace PaymentsApp.Banking.Matching;

/// <summary>Finds the readings of one line and weighs them against each other and against "something else". One per thread.</summary>
internal sealed partial class LineMatcher
{
    private const double OneItem = 0.75;
    private const double SeveralItems = 0.15;
    private const double SomethingElse = 0.03;
    private const double ClearlyNamed = 4.0;
    private const double LongNumber = 15;
    private const int OtherDigitsMax = 4;
    private const int Kept = 12;
    private const int KeptAlways = 3;
    private const double Negligible = -20;
    private const int PayersMax = 16;
    private const int NamedMax = 80;
    private const int EqualAmountsMax = 20;
    private const int AddingUpMax = 3;

    private const int SumItemsMax = 300;

    private readonly MatchIndex _index;
    private readonly EvidenceFinder _evidence;

    public LineMatcher(MatchIndex index)
    {
        _index = index;
        _evidence = new EvidenceFinder(index, new NumberAligner());
    }

    public LineAnswer Match(int place, MatchLine line, in LineKeys keys, RunState state)
    {
        if (line.AmountMinor <= 0)
        {
            return LineAnswer.None;
        }

        var text = LineText.Of(line.Text);
        var belief = PayerBelief.Of(line, keys, _index, state.Memory);
        var asked = new Question(line, belief, state, state.Together.GetValueOrDefault(place), _index.DensityOf(line.Currency, line.AmountMinor));

        // What is named letter by letter and makes the amount to the cent needs no look at faults: no rival could come near.
        var exact = _evidence.Find(line, text, belief, faulty: false);
        var found = Readings(asked, exact, alone: true);
        if (found.Exists(reading => IsPlain(reading)))
        {
            return Weigh(found);
        }

        if (state.OnlyPlain)
        {
            return LineAnswer.None;
        }

        // Nor where long numbers stand letter by letter and nothing else that could be one; but the amount may speak against them.
        return Weigh(Readings(asked, NamesAll(text, exact) ? exact : _evidence.Find(line, text, belief, faulty: true), alone: false));
    }

    private static bool IsPlain(Hypothesis reading) => reading.Amount.Reason == AmountReason.Exact && reading.Amount.Gain > 7
        && reading.Signs != PayerSigns.None && reading.References.Length >= reading.Items.Length
        && reading.References.All(reference => reference.Gain > 7 && reference.Reading == ReferenceReading.Exact);

    private static bool NamesAll(LineText text, Dictionary<int, ItemEvidence> exact)
    {
        var sure = exact.Values.SelectMany(item => item.References)
            .Where(reference => reference.Reading == ReferenceReading.Exact && reference.Gain > LongNumber).ToList();
        var digits = 0;
        for (var place = 0; place < text.Length && sure.Count > 0; place++)
        {
            digits += text.Codes[place] < 10 && !sure.Exists(reference => reference.From <= place && place < reference.To) ? 1 : 0;
        }

        return sure.Count > 0 && digits < OtherDigitsMax;
    }

    private LineAnswer Weigh(List<Hypothesis> found)
    {
        if (found.Count == 0)
        {
            return LineAnswer.None;
        }

        var highest = Math.Max(found.Max(reading => reading.Score), Math.Log(SomethingElse));
        var whole = found.Sum(reading => Math.Exp(reading.Score - highest)) + Math.Exp(Math.Log(SomethingElse) - highest);
        Hypothesis[] ranked =
        [
            .. found.OrderByDescending(reading => reading.Score).ThenBy(reading => reading.Items.Length)
                .ThenBy(reading => reading.Items.Select(NumberOf).Min(StringComparer.Ordinal), StringComparer.Ordinal).Take(Kept)
                .Where((reading, i) => i < KeptAlways || reading.Score - highest > Negligible)
                .Select(reading => reading with { Chance = Math.Exp(reading.Score - highest) / whole }),
        ];
        return new LineAnswer(ranked, Math.Exp(Math.Log(SomethingElse) - highest) / whole);
    }

    private List<Hypothesis> Readings(Question asked, Dictionary<int, ItemEvidence> evidence, bool alone)
    {
        var found = new List<Hypothesis>();
        var named = evidence.Values.Where(item => IsOpen(asked, item.Item)).ToLookup(item => _index.PayerOf[item.Item]);
        foreach (var payer in named.Select(group => group.Key).Union(alone ? [] : asked.Belief.Candidates.Take(PayersMax)))
        {
            Readings(asked, payer, [.. named[payer].OrderByDescending(item => item.Gain).ThenBy(item => asked.State.Open[item.Item]).Take(NamedMax)], alone, found);
        }

        if (alone)
        {
            return found;
        }

        var equal = _index.OfAmount(asked.Line.Currency, asked.Line.AmountMinor);
        foreach (var item in equal[..Math.Min(EqualAmountsMax, equal.Length)])
        {
            if (IsOpen(asked, item))
            {
                Add(found, One(asked, item, evidence.GetValueOrDefault(item)));
            }
        }

        if (!evidence.Values.Any(item => item.Gain > ClearlyNamed))
        {
            foreach (var payer in asked.Belief.Candidates.Where(payer => _index.CountOf(payer) <= SumItemsMax).Take(AddingUpMax))
            {
                AddingUp(asked, payer, found);
            }
        }

        return found;
    }

    private void Readings(Question asked, int payer, List<ItemEvidence> named, bool alone, List<Hypothesis> found)
    {
        foreach (var item in named)
        {
            Add(found, One(asked, item.Item, item));
        }

        if (named.Count > 1)
        {
            Several(asked, payer, named, found);
        }

        if (alone)
        {
            return;
        }

        Unnamed(asked, payer, found);
        if (named.Count > 0)
        {
            Completed(asked, payer, named, found);
        }
    }

    private Hypothesis One(Question asked, int item, ItemEvidence? evidence) =>
        Of(asked, _index.PayerOf[item], [item], evidence is null ? [] : [.. evidence.References]);

    private Hypothesis Of(Question asked, int payer, int[] items, FoundReference[] references)
    {
        var (open, discount, date) = (0L, 0L, double.MaxValue);
        foreach (var item in items)
        {
            open += asked.State.Open[item];
            discount += Discount(asked, _index.Invoices[item]);
            date = Math.Min(date, DateFit.Of(_index.Invoices[item], asked.Line.PostedOn));
        }

        var fit = AmountFit.Of(asked.Line.AmountMinor, open, discount, items.Length, _index.Payers.All[payer], asked.Density);
        if (items.Length == 1 && asked.Together is not null && asked.Together.TryGetValue(items[0], out var together) && together > fit.Gain)
        {
            fit = new AmountFit(AmountReason.Together, fit.DifferenceMinor, together);
        }

        var count = _index.CountOf(payer);
        var prior = Math.Log(asked.Belief.PerItem(payer, _index.Invoices.Length))
            + (items.Length == 1 ? Math.Log(OneItem) : Math.Log(SeveralItems) - ((items.Length - 1) * Math.Log(Math.Max(2, count))));
        return new Hypothesis(payer, items, references, fit)
        {
            ReferenceGain = references.Sum(reference => reference.Gain),
            DateGain = date,
            Prior = prior,
            Signs = asked.Belief.SignsOf(payer),
            IsAgainstPayer = asked.Belief.IsAgainst(payer),
        };
    }

    private string NumberOf(int item) => _index.Invoices[item].Numbers is [var first, ..] ? first : string.Empty;

    private bool IsOpen(Question asked, int item) =>
        asked.State.Open[item] != 0 && _index.Invoices[item].Currency == asked.Line.Currency;

    private static long Discount(Question asked, MatchInvoice invoice) =>
        invoice.DiscountUntil >= asked.Line.PostedOn ? invoice.DiscountMinor : 0;

    private static void Add(List<Hypothesis> found, Hypothesis reading)
    {
        if (!found.Exists(reading.IsSameAs))
        {
            found.Add(reading);
        }
    }

    private sealed record Question(MatchLine Line, PayerBelief Belief, RunState State, Dictionary<int, double>? Together, double Density);
}
