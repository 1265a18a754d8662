namespace PaymentsApp.Banking.Matching;

/// <summary>
/// Puts together the items that a text names so that they make the amount: every place of the text for one item, the most
/// telling choice first. Bounded in steps; the same question gets the same answer.
/// </summary>
internal sealed class SetSearch
{
    private const int ItemsMax = 28;
    private const int StepsMax = 10_000;
    private const int FoundMax = 6;

    private readonly List<ItemEvidence> _items;
    private readonly long[] _values;
    private readonly long[] _above;
    private readonly long[] _below;
    private readonly long _least;
    private readonly long _most;
    private readonly double _perItem;
    private readonly List<int> _taken = [];
    private readonly List<FoundReference> _places = [];
    private readonly List<(double Gain, int[] Items, FoundReference[] References)> _found = [];
    private int _steps;

    private SetSearch(List<ItemEvidence> items, Func<int, long> value, long least, long most, double perItem)
    {
        (_items, _least, _most, _perItem) = (items, least, most, perItem);
        _values = [.. items.Select(evidence => value(evidence.Item))];
        _above = new long[items.Count + 1];
        _below = new long[items.Count + 1];
        for (var i = items.Count - 1; i >= 0; i--)
        {
            _above[i] = _above[i + 1] + Math.Max(0, _values[i]);
            _below[i] = _below[i + 1] + Math.Min(0, _values[i]);
        }
    }

    /// <param name="named">Items of one payer that the text names, each with what it tells.</param>
    /// <param name="value">What an item counts.</param>
    /// <param name="least">The smallest sum that will do.</param>
    /// <param name="most">The largest.</param>
    /// <param name="perItem">What each further item costs, in nats.</param>
    public static List<(double Gain, int[] Items, FoundReference[] References)> Find(
        IEnumerable<ItemEvidence> named, Func<int, long> value, long least, long most, double perItem)
    {
        var items = named.OrderByDescending(evidence => evidence.Gain).ThenBy(evidence => value(evidence.Item)).Take(ItemsMax).ToList();
        var search = new SetSearch(items, value, least, most, perItem);
        search.Walk(0, 0, 0);
        return search._found;
    }

    private void Walk(int place, long sum, double gain)
    {
        if (++_steps > StepsMax || sum + _above[place] < _least || sum + _below[place] > _most)
        {
            return;
        }

        if (_taken.Count > 1 && sum >= _least && sum <= _most)
        {
            Keep(gain);
        }

        for (var next = place; next < _items.Count && _steps <= StepsMax; next++)
        {
            var evidence = _items[next];
            var (before, added) = (_places.Count, 0.0);
            foreach (var reference in evidence.References)
            {
                if (!_places.Exists(other => other.Overlaps(reference)))
                {
                    _places.Add(reference);
                    added += reference.Gain;
                }
            }

            if (added > 0)
            {
                _taken.Add(evidence.Item);
                Walk(next + 1, sum + _values[next], gain + added - _perItem);
                _taken.RemoveAt(_taken.Count - 1);
            }

            _places.RemoveRange(before, _places.Count - before);
        }
    }

    private void Keep(double gain)
    {
        if (_found.Count == FoundMax)
        {
            var worst = _found.MinBy(found => found.Gain);
            if (worst.Gain >= gain)
            {
                return;
            }

            _found.Remove(worst);
        }

        _found.Add((gain, [.. _taken.Order()], [.. _places]));
    }
}
