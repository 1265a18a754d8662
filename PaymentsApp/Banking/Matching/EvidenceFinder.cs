using System.Runtime.CompilerServices;

namespace PaymentsApp.Banking.Matching;

/// <summary>Finds the items that a line's text names: letter by letter among all, with faults among those that may be meant.</summary>
internal sealed class EvidenceFinder(MatchIndex index, NumberAligner aligner)
{
    /// <summary>More items are not compared with faults: the worst payer's line still answers at once.</summary>
    public const int ComparedMax = 25_000;

    private const int EqualAmountsMax = 50;
    private const int ManyItems = 2_000;
    private const int FaultsOfMany = 2;

    /// <param name="faulty">Look for faulty numbers too.</param>
    public Dictionary<int, ItemEvidence> Find(MatchLine line, LineText text, PayerBelief belief, bool faulty)
    {
        var evidence = new Dictionary<int, ItemEvidence>();
        foreach (var found in ExactReferences.Find(index.Numbers, text))
        {
            Add(evidence, found);
        }

        if (!faulty)
        {
            return evidence;
        }

        var compared = new HashSet<int>();
        foreach (var payer in belief.Candidates.Where(payer => belief.IsLikely(payer)))
        {
            if (compared.Count + index.CountOf(payer) <= ComparedMax)
            {
                Compare(line, text, index.ItemsOf(payer), compared, evidence);
            }
        }

        // Somebody unknown may pay, or somebody else's account: what has this very amount is looked at, whoever's it is.
        if (index.OfAmount(line.Currency, line.AmountMinor) is { Length: <= EqualAmountsMax } equal)
        {
            Compare(line, text, equal, compared, evidence);
        }

        return evidence;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(MatchLine line, LineText text, ReadOnlySpan<int> items, HashSet<int> compared, Dictionary<int, ItemEvidence> evidence)
    {
        var numbers = index.Numbers;

        // A payer of thousands has a neighbour for every number: only what is close tells anything.
        var faultsMax = items.Length > ManyItems ? FaultsOfMany : int.MaxValue;
        foreach (var item in items)
        {
            if (index.Invoices[item].Currency != line.Currency || !compared.Add(item))
            {
                continue;
            }

            var (from, to) = numbers.SlotsOf(item);
            for (var slot = from; slot < to; slot++)
            {
                var number = numbers.Codes(slot);
                var series = numbers.SeriesOf(slot);
                var range = aligner.Near(number, text, Math.Min(series.FaultsMax, faultsMax));
                if (range.To > range.From && aligner.Align(slot, number, series, text, range) is { } found)
                {
                    Add(evidence, found);
                }
            }
        }
    }

    private void Add(Dictionary<int, ItemEvidence> evidence, in FoundReference found)
    {
        var item = index.Numbers.InvoiceOf(found.Slot);
        if (!evidence.TryGetValue(item, out var known))
        {
            evidence[item] = known = new ItemEvidence(item);
        }

        known.Add(found);
    }
}
