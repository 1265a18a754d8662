namespace PaymentsApp.Banking.Matching;

/// <summary>Puts readings into the words and figures of a decision.</summary>
internal static class Decisions
{
    private const int RuledOutMax = 3;

    public static MatchDecision Of(
        MatchIndex index, MatchLine line, LineAnswer answer, bool isSettled, HeldBack heldBack, MatchRules rules, Func<Hypothesis, long[]> shares)
    {
        var shown = isSettled ? 1 : answer.Ranked.TakeWhile((reading, i) => i < rules.ProposalsMax && reading.Chance >= rules.ProposalMin).Count();
        var text = shown > 0 ? LineText.Of(line.Text) : null;
        List<MatchProposal> proposals = [.. answer.Ranked.Take(shown).Select(reading => Proposal(index, text!, reading, shares(reading)))];
        List<MatchRival> rivals =
        [
            .. answer.Ranked.Skip(shown).Take(RuledOutMax).Select(reading => new MatchRival(
                [.. reading.Items.Select(item => index.Invoices[item].Id)], reading.Chance, Numbers(index, reading), Why(reading, answer.Ranked[0]))),
        ];
        var kind = isSettled ? MatchDecisionKind.Auto : shown > 0 ? MatchDecisionKind.Proposed : MatchDecisionKind.None;
        return new MatchDecision(line.Id, kind, proposals, rivals, isSettled ? HeldBack.No : heldBack == HeldBack.No ? HeldBack.Uncertain : heldBack);
    }

    /// <summary>What of the line goes to each item: all that is open; what is missing is missing at the largest, what is too much stays with the payer.</summary>
    public static long[] Shares(Hypothesis reading, OpenAmounts open, long received)
    {
        var shares = Array.ConvertAll(reading.Items, item => open[item]);
        var largest = Array.IndexOf(shares, shares.Max());
        shares[largest] += Math.Min(0, received - shares.Sum());
        return shares;
    }

    private static MatchProposal Proposal(MatchIndex index, LineText text, Hypothesis reading, long[] shares) => new(
        index.Payers.All[reading.Payer].Id,
        [.. reading.Items.Select((item, i) => new MatchShare(index.Invoices[item].Id, shares[i]))],
        reading.Chance, reading.Amount.Reason, reading.Amount.DifferenceMinor, reading.Signs,
        [.. reading.References.OrderBy(reference => reference.From).Select(reference => Span(index, text, reference))],
        Numbers(index, reading));

    private static ReferenceSpan Span(MatchIndex index, LineText text, FoundReference reference)
    {
        var item = index.Numbers.InvoiceOf(reference.Slot);
        var start = text.At[reference.From];
        return new ReferenceSpan(start, text.At[reference.To - 1] + 1 - start, index.Numbers.PrintedOf(index.Invoices[item], reference.Slot), reference.Reading);
    }

    private static List<string> Numbers(MatchIndex index, Hypothesis reading) =>
        [.. reading.Items.Select(item => index.Invoices[item].Numbers is [var first, ..] ? first : string.Empty)];

    private static string Why(Hypothesis reading, Hypothesis best)
    {
        (double Behind, string Words)[] reasons =
        [
            (best.ReferenceGain - reading.ReferenceGain, "the text names it less clearly"),
            (best.Amount.Gain - reading.Amount.Gain, "the amount fits less"),
            (best.DateGain - reading.DateGain, "the dates fit less"),
            (best.Prior - reading.Prior, "another payer, or more items put together"),
        ];
        return reasons.MaxBy(reason => reason.Behind).Words;
    }
}
