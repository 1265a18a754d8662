using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Payments;

// What is ticked without being asked for. It follows amount and payer until a person chooses invoices.
public sealed partial class PaymentDraft
{
    private bool _isFeeProposed;

    /// <summary>What is agreed with the payer.</summary>
    public PayerTerms Terms { get; private set; } = PayerTerms.Plain;

    /// <summary>The sets of invoices that the typed amount pays to the last cent.</summary>
    public SumAnswer Sums { get; private set; } = SumAnswer.None;

    /// <summary>Why rows are ticked, or are not.</summary>
    public ProposalState Proposed { get; private set; }

    /// <summary>The proposal whose invoices are ticked; null when others are, or none.</summary>
    public Proposal? TakenProposal { get; private set; }

    private bool IsPlanned => Proposed is ProposalState.OnlySet or ProposalState.OldestFirst or ProposalState.ByIssue;

    /// <summary>
    /// Looks for the invoices that the typed amount pays. Where nobody has chosen invoices, those are ticked that the payer's
    /// policy asks for; among several sets that add up, none.
    /// </summary>
    public void Propose()
    {
        var isFree = IsPlanned || !_lines.Exists(line => line.IsTicked);
        if (isFree)
        {
            Release();
        }

        FindSums();
        if (isFree && IsAsked)
        {
            ApplyPolicy();
        }
    }

    /// <summary>Ticks the invoices of a proposal, and takes its bank fee; typed shares stay.</summary>
    public void Take(Proposal proposal)
    {
        Touch();
        Release();
        TakeShares(proposal);
        Proposed = ProposalState.Taken;
    }

    /// <summary>The money is meant for no invoice: nothing is ticked by itself.</summary>
    public void KeepOnAccount() => Terms = Terms with { Policy = AllocationPolicy.LeaveUnapplied, IsOnAccount = true };

    private bool IsAsked => Payer is not null && Amount is not null && IsAmountTyped;

    private void FindSums()
    {
        Sums = IsAsked ? AddsUp.Find(Question()) : SumAnswer.None;
        if (Terms.HasHiddenInvoices)
        {
            Sums = Sums with { IsComplete = false };
        }

        TakenProposal = TakenProposal is { } taken
            ? Sums.Proposals.FirstOrDefault(proposal => proposal.Kind == taken.Kind && proposal.FeeMinor == taken.FeeMinor && proposal.Shares.SequenceEqual(taken.Shares))
            : null;
    }

    private void ApplyPolicy()
    {
        switch (Terms.Policy)
        {
            case AllocationPolicy.OldestFirst:
                TickPlan(AllocationPlanner.OldestFirst(LeftByTyped.Minor, Items()));
                Proposed = ProposalState.OldestFirst;
                break;
            case AllocationPolicy.ByIssue:
                var issues = _lines.ToDictionary(line => line.InvoiceId, line => line.Invoice.Issue);
                TickPlan(AllocationPlanner.ByIssue(LeftByTyped.Minor, Items(), id => issues[id]));
                Proposed = ProposalState.ByIssue;
                break;
            case AllocationPolicy.LeaveUnapplied:
                Proposed = ProposalState.LeftUnapplied;
                break;
            default:
                if (Sums.Only is { } only)
                {
                    TakeShares(only);
                }

                Proposed = Sums switch
                {
                    { Only: not null } => ProposalState.OnlySet,
                    { Count: > 1 } => ProposalState.Rivals,
                    { IsComplete: true } => ProposalState.NothingAddsUp,
                    _ => ProposalState.NotCertain,
                };
                break;
        }
    }

    // Sums are looked for among the rows that have no typed share.
    private void FollowTyped(bool wasTyped)
    {
        if (wasTyped)
        {
            FindSums();
        }
    }

    // What a person took or ticked follows the new figure; what was only proposed is proposed anew.
    private void PlanAnew()
    {
        if (Proposed == ProposalState.Taken)
        {
            ChosenByPerson();
        }

        Plan();
        Propose();
    }

    private SumQuestion Question()
    {
        // A fee that a person typed is known; another one is not looked for.
        var hasFee = BankFee is not null && !_isFeeProposed;
        return new SumQuestion(LeftByTyped.Minor - (_isFeeProposed ? BankFee!.Value.Minor : 0), [.. Items()])
        {
            CommissionBasisPoints = Terms.CommissionBasisPoints,
            KnownFeesMinor = hasFee ? [] : Terms.FeesOf(PaymentTypeId),
        };
    }

    // Takes back what was only proposed.
    private void Release()
    {
        _lines.ForEach(line =>
        {
            if (!line.IsTyped)
            {
                line.Untick();
            }
        });
        if (_isFeeProposed)
        {
            BankFee = null;
            _isFeeProposed = false;
        }

        TakenProposal = null;
        Proposed = ProposalState.None;
    }

    private void TakeShares(Proposal proposal)
    {
        TakenProposal = proposal;
        if (proposal.FeeMinor > 0)
        {
            BankFee = new Money(proposal.FeeMinor, Currency);
            _isFeeProposed = true;
        }

        TickPlan(proposal.Shares.ToDictionary(share => share.InvoiceId, share => share.PaidMinor));
        if (CanAdjust)
        {
            Settle(proposal);
        }
    }

    // What the payer kept by agreement is settled with the payment; for who may not adjust, it stays open.
    private void Settle(Proposal proposal)
    {
        var lines = _lines.Where(line => !line.IsTyped).ToDictionary(line => line.InvoiceId);
        foreach (var share in proposal.Shares)
        {
            lines[share.InvoiceId].Settle(AdjustmentKind.AgencyCommission, new Money(share.CommissionMinor, Currency));
            lines[share.InvoiceId].Settle(AdjustmentKind.Discount, new Money(share.DiscountMinor, Currency));
        }
    }

    private void TickPlan(IReadOnlyDictionary<int, long> minorByInvoice)
    {
        foreach (var line in _lines.Where(line => !line.IsTyped))
        {
            if (minorByInvoice.TryGetValue(line.InvoiceId, out var minor))
            {
                line.Propose(new Money(minor, Currency));
            }
            else
            {
                line.Untick();
            }
        }
    }

    // A person chose invoices: from now on they stay, whatever the amount is.
    private void ChosenByPerson()
    {
        Touch();
        TakenProposal = null;
        Proposed = ProposalState.None;
    }
}
