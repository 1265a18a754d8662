namespace PaymentsApp.Domain.Sums;

/// <summary>The open invoices at what a payer would pay for them who keeps something of each.</summary>
internal sealed class Valuation
{
    private readonly List<int[]> _members = [];
    private readonly List<int> _plainCounts = [];
    private readonly ProposedShare[] _shares;

    private Valuation(ProposalKind kind, ProposedShare[] shares)
    {
        (Kind, _shares) = (kind, shares);

        // Among equal amounts, those that make this valuation differ from a plainer one come first, then the oldest.
        foreach (var group in Enumerable.Range(0, shares.Length).Where(index => shares[index].PaidMinor > 0)
            .OrderBy(index => IsReduced(index) ? 0 : 1).ThenBy(index => index).GroupBy(index => shares[index].PaidMinor))
        {
            int[] members = [.. group];
            _members.Add(members);
            _plainCounts.Add(members.Count(index => !IsReduced(index)));
        }

        Groups = [.. _members.Select(members => new AmountGroup(shares[members[0]].PaidMinor, members.Length))];
        PlainGroups = kind == ProposalKind.InFull
            ? []
            : [.. Groups.Zip(_plainCounts, (group, plain) => group with { Count = plain }).Where(group => group.Count > 0)];
    }

    public ProposalKind Kind { get; }

    /// <summary>Whether the payer can keep anything at all.</summary>
    public bool IsOwn => Kind == ProposalKind.InFull || Enumerable.Range(0, _shares.Length).Any(IsReduced);

    /// <summary>The different amounts that the payer would pay.</summary>
    public IReadOnlyList<AmountGroup> Groups { get; }

    /// <summary>The invoices of which nothing is kept that a plainer valuation would not keep: sets of these alone are counted there.</summary>
    public IReadOnlyList<AmountGroup> PlainGroups { get; }

    /// <param name="kind">What is kept.</param>
    /// <param name="items">Oldest first.</param>
    /// <param name="commissionBasisPoints">Of the agency.</param>
    public static Valuation Of(ProposalKind kind, IReadOnlyList<OpenItem> items, int commissionBasisPoints)
    {
        var hasCommission = kind is ProposalKind.LessCommission or ProposalKind.LessCommissionAndDiscount;
        var hasDiscount = kind is ProposalKind.LessDiscount or ProposalKind.LessCommissionAndDiscount;
        return new Valuation(kind, [.. items.Select(Share)]);

        ProposedShare Share(OpenItem item)
        {
            var commission = hasCommission ? PercentText.Of(item.OutstandingMinor, commissionBasisPoints) : 0;
            var granted = Math.Min(item.DiscountMinor, item.OutstandingMinor);
            var discount = !hasDiscount ? 0 : hasCommission ? PercentText.Of(granted, PercentText.Whole - commissionBasisPoints) : granted;
            return new ProposedShare(item.InvoiceId, item.OutstandingMinor, commission, discount);
        }
    }

    /// <summary>How many invoices of each group the oldest <paramref name="size"/> are.</summary>
    public int[] Oldest(int size) => [.. _members.Select(members => members.Count(index => index < size))];

    /// <summary>The number of oldest invoices that together make the sum; null when it falls between two.</summary>
    public int? OldestWithSum(long target)
    {
        var sum = 0L;
        for (var index = 0; index < _shares.Length && sum < target; index++)
        {
            sum += _shares[index].PaidMinor;
            if (sum == target)
            {
                return index + 1;
            }
        }

        return null;
    }

    /// <summary>The set as a proposal; null when a plainer valuation has it too.</summary>
    public Proposal? Propose(int[] take, long receivedMinor, long feeMinor)
    {
        var chosen = new List<int>();
        var (ways, plainWays) = (1L, 1L);
        for (var group = 0; group < take.Length; group++)
        {
            if (take[group] > 0)
            {
                chosen.AddRange(_members[group].AsSpan(0, take[group]));
                ways = FoundSets.Limited(ways * FoundSets.Ways(_members[group].Length, take[group]));
                plainWays = FoundSets.Limited(plainWays * FoundSets.Ways(_plainCounts[group], take[group]));
            }
        }

        if (Kind != ProposalKind.InFull && !chosen.Exists(IsReduced))
        {
            return null;
        }

        chosen.Sort();
        return new Proposal(
            Kind, [.. chosen.Select(index => _shares[index])], receivedMinor, feeMinor,
            Kind == ProposalKind.InFull ? ways : Math.Max(1, ways - plainWays), chosen[^1] == chosen.Count - 1);
    }

    private bool IsReduced(int index) => Kind switch
    {
        ProposalKind.InFull => false,
        ProposalKind.LessCommission => _shares[index].CommissionMinor > 0,
        _ => _shares[index].DiscountMinor > 0,
    };
}
