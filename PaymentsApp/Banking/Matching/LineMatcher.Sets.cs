using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Banking.Matching;

internal sealed partial class LineMatcher
{
    private const int FewSums = 4;
    private const int CompletedFromMax = 2_000;
    // A fifth of a millisecond; only for lines that say nothing.
    private const long SumSteps = 400_000;

    // Items of the payer that have the amount, less what may be kept, though the text does not name them.
    private void Unnamed(Question asked, int payer, List<Hypothesis> found)
    {
        foreach (var item in _index.ItemsOf(payer))
        {
            var kept = asked.State.Open[item] - asked.Line.AmountMinor;
            var invoice = _index.Invoices[item];
            if (IsOpen(asked, item) && (kept == 0 || (kept > 0 && (kept == Discount(asked, invoice)
                || kept <= AmountFit.SmallUpTo(asked.Line.AmountMinor) || asked.Together?.ContainsKey(item) == true
                || _index.Payers.All[payer].KnownFeesMinor.Contains(kept)))))
            {
                Add(found, One(asked, item, null));
            }
        }
    }

    private void Several(Question asked, int payer, List<ItemEvidence> named, List<Hypothesis> found)
    {
        var (received, perItem) = (asked.Line.AmountMinor, Math.Log(Math.Max(2, _index.CountOf(payer))));
        var (open, all) = (asked.State.Open, _index.Payers.All[payer]);
        Keep(SetSearch.Find(named, item => open[item], received, received + AmountFit.SmallUpTo(received), perItem));
        foreach (var fee in all.KnownFeesMinor.Where(fee => fee > AmountFit.SmallUpTo(received)).Take(AddsUp.FeesMax))
        {
            Keep(SetSearch.Find(named, item => open[item], received + fee, received + fee, perItem));
        }

        if (named.Exists(item => Discount(asked, _index.Invoices[item.Item]) > 0))
        {
            Keep(SetSearch.Find(named, item => open[item] - Discount(asked, _index.Invoices[item]), received, received, perItem));
        }

        if (all.CommissionBasisPoints > 0)
        {
            var gross = (long)decimal.Round(received * 10_000m / (10_000 - all.CommissionBasisPoints), MidpointRounding.AwayFromZero);
            Keep(SetSearch.Find(named, item => open[item], gross - named.Count, gross + named.Count, perItem));
        }

        // And all that is named, whatever it comes to.
        var (items, places) = (new List<int>(), new List<FoundReference>());
        foreach (var item in named.Where(item => item.Gain > ClearlyNamed).OrderByDescending(item => item.Gain).ThenBy(item => open[item.Item]))
        {
            if (!item.References.Any(reference => places.Exists(other => other.Overlaps(reference))))
            {
                items.Add(item.Item);
                places.AddRange(item.References);
            }
        }

        if (items.Count > 1)
        {
            Add(found, Of(asked, payer, [.. items.Order()], [.. places]));
        }

        void Keep(List<(double Gain, int[] Items, FoundReference[] References)> sets) =>
            sets.ForEach(set => Add(found, Of(asked, payer, set.Items, set.References)));
    }

    private int InOrder(OpenAmounts open, int one, int other)
    {
        var byDate = _index.Invoices[one].DueOn.CompareTo(_index.Invoices[other].DueOn);
        var byOpen = byDate != 0 ? byDate : open[one].CompareTo(open[other]);
        return byOpen != 0 ? byOpen : string.CompareOrdinal(NumberOf(one), NumberOf(other));
    }

    // What is clearly named, and one or two more of the payer's items that make up what is missing, or a credit note.
    private void Completed(Question asked, int payer, List<ItemEvidence> named, List<Hypothesis> found)
    {
        var (items, places, sum) = (new List<int>(), new List<FoundReference>(), 0L);
        foreach (var item in named.Where(item => item.Gain > ClearlyNamed).OrderByDescending(item => item.Gain).ThenBy(item => asked.State.Open[item.Item]))
        {
            if (!item.References.Any(reference => places.Exists(other => other.Overlaps(reference))))
            {
                items.Add(item.Item);
                places.AddRange(item.References);
                sum += asked.State.Open[item.Item];
            }
        }

        var missing = asked.Line.AmountMinor - sum;
        if (items.Count == 0 || missing == 0 || _index.CountOf(payer) > CompletedFromMax)
        {
            return;
        }

        var others = new List<int>();
        foreach (var item in _index.ItemsOf(payer))
        {
            if (IsOpen(asked, item) && !items.Contains(item))
            {
                others.Add(item);
            }
        }

        var byOpen = others.ToLookup(item => asked.State.Open[item]);
        foreach (var one in byOpen[missing])
        {
            Add(found, Of(asked, payer, [.. items.Append(one).Order()], [.. places]));
        }

        foreach (var one in others)
        {
            foreach (var other in byOpen[missing - asked.State.Open[one]].Where(other => other > one))
            {
                Add(found, Of(asked, payer, [.. items.Append(one).Append(other).Order()], [.. places]));
            }
        }
    }

    // The text names nothing: which of the payer's items make the amount to the cent?
    private void AddingUp(Question asked, int payer, List<Hypothesis> found)
    {
        var places = new List<int>();
        foreach (var item in _index.ItemsOf(payer))
        {
            if (IsOpen(asked, item) && asked.State.Open[item] > 0)
            {
                places.Add(item);
            }
        }

        // In an order that only their content gives: the answer may be cut short, and never by where an item stands in the ledger.
        places.Sort((one, other) => InOrder(asked.State.Open, one, other));
        OpenItem[] items = [.. places.Select((item, rank) => new OpenItem(rank, _index.Invoices[item].DueOn, asked.State.Open[item], Discount(asked, _index.Invoices[item])))];

        var all = _index.Payers.All[payer];
        var question = new SumQuestion(asked.Line.AmountMinor, items) { CommissionBasisPoints = all.CommissionBasisPoints, KnownFeesMinor = all.KnownFeesMinor };
        foreach (var proposal in AddsUp.Find(question, SumSteps).Proposals.Take(FewSums))
        {
            Add(found, Of(asked, payer, [.. proposal.Shares.Select(share => places[share.InvoiceId]).Order()], []));
        }
    }
}
