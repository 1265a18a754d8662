namespace PaymentsApp.Banking.Matching;

/// <summary>Finds payers by name, customer number and memory. Payers are known here by their place, not their id.</summary>
internal sealed class PayerIndex
{
    // Words that more payers share than this tell nothing; names are compared with so many payers at most.
    private const int SharedWordMax = 200;
    private const double SimilarEnough = 0.6;

    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byCustomerNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _placeOf = [];
    private readonly MatchMemory _memory;

    public PayerIndex(IReadOnlyList<MatchPayer> payers, MatchMemory memory)
    {
        (All, _memory) = (payers, memory);
        for (var place = 0; place < payers.Count; place++)
        {
            _placeOf[payers[place].Id] = place;
            foreach (var name in payers[place].Names)
            {
                var words = PayerNames.Words(name);
                Add(_byName, string.Join(' ', words), place);
                if (words.Length > 1)
                {
                    Add(_byInitials, PayerNames.Initials(words), place);
                }

                foreach (var word in words.Distinct())
                {
                    Add(_byWord, word, place);
                }
            }

            foreach (var number in payers[place].CustomerNumbers)
            {
                Add(_byCustomerNumber, PayerNames.Compact(number), place);
            }
        }
    }

    public IReadOnlyList<MatchPayer> All { get; }

    public int PlaceOf(int payerId) => _placeOf[payerId];

    /// <summary>Those who have exactly this name, or have paid under it before.</summary>
    public IEnumerable<int> Named(in LineKeys keys) =>
        keys.Name.Length == 0 ? [] : _byName.GetValueOrDefault(keys.Name, []).Union(Known(AliasKind.Name, keys.Name));

    /// <summary>Those who have paid from this account before.</summary>
    public IEnumerable<int> Paying(in LineKeys keys) => Known(AliasKind.Account, keys.Account);

    /// <summary>Those whose customer number stands in the text.</summary>
    public IEnumerable<int> Quoted(string text)
    {
        if (_byCustomerNumber.Count == 0)
        {
            return [];
        }

        var words = text.Split([' ', '\n', '\r', '\t', ',', ';', ':', '/', '+'], StringSplitOptions.RemoveEmptyEntries);
        return words.Where(word => word.Length > 3).SelectMany(word => _byCustomerNumber.GetValueOrDefault(PayerNames.Compact(word), [])).Distinct();
    }

    /// <summary>Those whose names share telling words with this one, or whose initials it has; the likeness is up to 1.</summary>
    public IEnumerable<(int Payer, double Likeness)> Similar(string name)
    {
        var words = PayerNames.Words(name);
        var likeness = new Dictionary<int, double>();
        foreach (var word in words.Where(word => word.Length > 1))
        {
            foreach (var payer in _byInitials.GetValueOrDefault(word, []))
            {
                likeness[payer] = SimilarEnough;
            }
        }

        var whole = words.Sum(Weight);
        foreach (var payer in words.SelectMany(Sharing).Distinct())
        {
            var best = All[payer].Names.Max(other => Likeness(words, whole, PayerNames.Words(other)));
            likeness[payer] = Math.Max(best, likeness.GetValueOrDefault(payer));
        }

        return likeness.Where(found => found.Value >= SimilarEnough).Select(found => (found.Key, found.Value));
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int payer)
    {
        if (key.Length == 0)
        {
            return;
        }

        if (!index.TryGetValue(key, out var payers))
        {
            index[key] = payers = [];
        }

        // Payers come in the order of their places.
        if (payers.Count == 0 || payers[^1] != payer)
        {
            payers.Add(payer);
        }
    }

    private double Likeness(string[] words, double whole, string[] other)
    {
        var both = words.Intersect(other).Sum(Weight);
        return both / Math.Max(whole + other.Sum(Weight) - both, 1e-9);
    }

    private List<int> Sharing(string word) => _byWord.GetValueOrDefault(word, []) is { Count: <= SharedWordMax } payers ? payers : [];

    // What a word tells, in nats: little when many have it.
    private double Weight(string word) => Math.Log((All.Count + 1.0) / (_byWord.GetValueOrDefault(word, []).Count + 0.5));

    private IEnumerable<int> Known(AliasKind kind, string key) =>
        _memory.Payers(kind, key).Where(_placeOf.ContainsKey).Select(id => _placeOf[id]);
}
