namespace PaymentsApp.Domain.Sums;

/// <summary>
/// Finds the sets of open invoices that an amount pays to the last cent: in full, less the early-payment discounts that still
/// run, less an agency's commission, each also with a bank fee that was seen before. It counts all of them, so that a
/// coincidence is never taken for knowledge. The same question always gets the same answer, and it gets it in time: the work
/// is limited in steps.
/// </summary>
public static class AddsUp
{
    /// <summary>The most proposals of one answer.</summary>
    public const int ProposalsMax = 10;

    /// <summary>How many known fees are tried: each is one more way to be right by accident.</summary>
    public const int FeesMax = 3;

    /// <summary>In a larger account nothing more is looked for once there are rivals: it would only find more of them.</summary>
    public const int ItemsOfEveryKindMax = 1_000;

    // About 15 ms of work for all searches of one answer.
    private const long StepsMax = 30_000_000;

    private static readonly ProposalKind[] Kinds = Enum.GetValues<ProposalKind>();

    public static SumAnswer Find(SumQuestion question) => Find(question, StepsMax);

    /// <summary>The same with less work, for questions about many payers at once.</summary>
    /// <param name="question">Which invoices, which amount.</param>
    /// <param name="steps">About half a nanosecond each.</param>
    public static SumAnswer Find(SumQuestion question, long steps)
    {
        if (question.ReceivedMinor <= 0)
        {
            return SumAnswer.None;
        }

        // A payer pays everything it owes or keeps something of everything: nobody takes one discount and leaves the next.
        OpenItem[] items = [.. question.Items.Where(item => item.OutstandingMinor > 0).OrderBy(item => item.DueOn).ThenBy(item => item.InvoiceId)];
        Valuation[] valuations =
        [
            .. Kinds.Where(kind => kind < ProposalKind.LessCommission || question.CommissionBasisPoints > 0)
                .Select(kind => Valuation.Of(kind, items, question.CommissionBasisPoints)).Where(valuation => valuation.IsOwn),
        ];
        long[] fees = [0, .. question.KnownFeesMinor.Where(fee => fee > 0).Distinct().Take(FeesMax)];
        var proposals = new List<Proposal>();
        var (count, isComplete) = (0L, true);
        var (budget, left) = (new SumBudget(steps), fees.Length * valuations.Length);
        foreach (var fee in fees)
        {
            foreach (var valuation in valuations)
            {
                if (count > 1 && items.Length > ItemsOfEveryKindMax)
                {
                    isComplete = false;
                    break;
                }

                var found = Find(valuation, question.ReceivedMinor, fee, budget.Part(left--));
                count = FoundSets.Limited(count + found.Count);
                isComplete &= found.IsExact;
                proposals.AddRange(found.Proposals);
            }
        }

        return new SumAnswer([.. InOrder(proposals).Take(ProposalsMax)], count, isComplete && count < FoundSets.CountMax);
    }

    private static (long Count, bool IsExact, List<Proposal> Proposals) Find(Valuation valuation, long received, long fee, SumBudget budget)
    {
        var target = checked(received + fee);
        var all = SumSets.Find(target, valuation.Groups, budget);
        var plain = valuation.PlainGroups is { Count: > 0 } groups && all.Count > 0 ? SumSets.Find(target, groups, budget) : FoundSets.None;

        // The oldest ones are worth seeing even where the search did not come by them.
        var takes = valuation.OldestWithSum(target) is { } size ? all.Takes.Append(valuation.Oldest(size)) : all.Takes;
        List<Proposal> proposals =
        [
            .. takes.Select(take => valuation.Propose(take, received, fee)).OfType<Proposal>()
                .DistinctBy(proposal => string.Join(' ', proposal.Shares.Select(share => share.InvoiceId))),
        ];
        var isExact = all.IsExact && plain.IsExact;
        var shown = proposals.Aggregate(0L, (sum, proposal) => FoundSets.Limited(sum + proposal.Ways));
        return (isExact ? all.Count - plain.Count : Math.Max(shown, plain.IsExact ? all.Count - plain.Count : 0), isExact, proposals);
    }

    // The plainest explanation first, then what is oldest, then the fewest invoices. Only an order to show them in.
    private static IEnumerable<Proposal> InOrder(IEnumerable<Proposal> proposals) => proposals
        .OrderBy(proposal => proposal.FeeMinor).ThenBy(proposal => proposal.Kind)
        .ThenBy(proposal => proposal.IsOldest ? 0 : 1).ThenBy(proposal => proposal.Shares.Count)
        .ThenBy(proposal => proposal.Shares, Comparer<IReadOnlyList<ProposedShare>>.Create(CompareIds));

    private static int CompareIds(IReadOnlyList<ProposedShare> left, IReadOnlyList<ProposedShare> right) =>
        left.Zip(right).Select(pair => pair.First.InvoiceId.CompareTo(pair.Second.InvoiceId)).FirstOrDefault(order => order != 0);
}
