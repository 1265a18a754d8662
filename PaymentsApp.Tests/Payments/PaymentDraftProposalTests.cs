using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;
using PaymentsApp.Payments;
using static PaymentsApp.Tests.Payments.DollarDrafts;

namespace PaymentsApp.Tests.Payments;

/// <summary>What is ticked without being asked for, and what never is.</summary>
public sealed class PaymentDraftProposalTests
{
    [Fact]
    public void The_only_set_that_adds_up_is_ticked_by_itself()
    {
        var draft = Of(100, 70, 45);

        draft.TypeAmount(Dollars(115));

        Assert.Equal([null, 70, 45], draft.Shares());
        Assert.Equal((ProposalState.OnlySet, Dollars(0)), (draft.Proposed, draft.Unapplied));
        Assert.Same(draft.Sums.Only, draft.TakenProposal);
    }

    [Fact]
    public void Among_rivals_nothing_is_ticked_until_a_person_takes_one()
    {
        var draft = Of(100, 60, 40);

        draft.TypeAmount(Dollars(100));
        Assert.Equal([null, null, null], draft.Shares());
        Assert.Equal((ProposalState.Rivals, 2), (draft.Proposed, draft.Sums.Count));

        draft.Take(draft.Sums.Proposals[1]);
        Assert.Equal((ProposalState.Taken, 2), (draft.Proposed, draft.Lines.Count(line => line.IsTicked)));
        Assert.Equal(Dollars(0), draft.Unapplied);
    }

    [Fact]
    public void What_was_proposed_follows_another_amount()
    {
        var draft = Of(100, 70, 45);
        draft.TypeAmount(Dollars(115));

        draft.TypeAmount(Dollars(145));
        Assert.Equal([100, null, 45], draft.Shares());

        draft.TypeAmount(Dollars(999));
        Assert.Equal([null, null, null], draft.Shares());
        Assert.Equal(ProposalState.NothingAddsUp, draft.Proposed);
    }

    [Fact]
    public void What_a_person_ticked_is_never_replaced_by_a_proposal()
    {
        var draft = Of(100, 70, 45);
        draft.Tick(draft.Line(1));

        draft.TypeAmount(Dollars(115));

        Assert.Equal([100, null, null], draft.Shares());
        Assert.Equal((ProposalState.None, 1), (draft.Proposed, draft.Sums.Count));
    }

    [Fact]
    public void What_a_person_cleared_stays_cleared_until_the_amount_changes()
    {
        var draft = Of(100, 70, 45);
        draft.TypeAmount(Dollars(115));

        draft.Clear();
        draft.TypeAmount(Dollars(115));
        Assert.Equal([null, null, null], draft.Shares());

        draft.TypeAmount(Dollars(145));
        Assert.Equal([100, null, 45], draft.Shares());
    }

    [Fact]
    public void Sums_are_found_for_what_the_typed_shares_leave_and_among_the_other_invoices()
    {
        var draft = Of(100, 70, 45);
        draft.TypeAmount(Dollars(135));
        draft.TypeShare(draft.Line(1), Dollars(20));

        draft.Take(draft.Sums.Only!);

        Assert.Equal([20, 70, 45], draft.Shares());
    }

    [Theory]
    [InlineData(AllocationPolicy.OldestFirst, ProposalState.OldestFirst, 100, 15, null)]
    [InlineData(AllocationPolicy.ByIssue, ProposalState.ByIssue, 100, null, 15)]
    [InlineData(AllocationPolicy.LeaveUnapplied, ProposalState.LeftUnapplied, null, null, null)]
    [InlineData(AllocationPolicy.ExactFirst, ProposalState.OnlySet, null, 70, 45)]
    public void Policy_of_the_payer_decides_what_is_ticked(AllocationPolicy policy, ProposalState state, params int?[] shares)
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today);
        draft.ChoosePayer(
            Payer, "USD",
            [Open(1, 100) with { Issue = "March" }, Open(2, 70) with { Issue = "April" }, Open(3, 45) with { Issue = "March" }],
            PayerTerms.Plain with { Policy = policy });

        draft.TypeAmount(Dollars(115));

        Assert.Equal(shares, draft.Shares());
        Assert.Equal((state, 1), (draft.Proposed, draft.Sums.Count));
    }

    [Fact]
    public void Amount_typed_before_the_payer_is_proposed_for_when_the_payer_is_chosen()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today);
        draft.TypeAmount(Dollars(115));
        Assert.Equal(ProposalState.None, draft.Proposed);

        draft.ChoosePayer(Payer, "USD", [Open(1, 100), Open(2, 70), Open(3, 45)]);
        draft.Propose();

        Assert.Equal([null, 70, 45], draft.Shares());
    }

    [Fact]
    public void Fee_that_was_kept_of_such_payments_before_is_proposed_with_its_set_and_goes_with_it()
    {
        var draft = WithTerms(PayerTerms.Plain with { Fees = [new(3, 15_00), new(1, 99_00)] }, 100, 70);
        draft.PaymentTypeId = 3;

        draft.TypeAmount(Dollars(155));
        Assert.Equal((Dollars(15), Dollars(0)), (draft.BankFee, draft.Unapplied));
        Assert.Equal([100, 70], draft.Shares());

        draft.PaymentTypeId = 1;
        draft.Propose();
        Assert.Null(draft.BankFee);
        Assert.Equal(ProposalState.NothingAddsUp, draft.Proposed);
    }

    [Fact]
    public void Fee_that_a_person_typed_is_the_only_one()
    {
        var draft = WithTerms(PayerTerms.Plain with { Fees = [new(1, 15_00)] }, 100, 70);
        draft.TypeBankFee(Dollars(10));

        draft.TypeAmount(Dollars(155));

        Assert.Equal((Dollars(10), ProposalState.NothingAddsUp), (draft.BankFee, draft.Proposed));
    }

    [Fact]
    public void Discount_counts_as_long_as_the_payment_is_in_time()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today) { PaymentTypeId = 1 };
        draft.ChoosePayer(Payer, "USD", [Open(1, 100) with { Discount = Dollars(2), DiscountUntil = Today }, Open(2, 70)]);

        draft.TypeAmount(Dollars(98));
        Assert.Equal(ProposalKind.LessDiscount, draft.TakenProposal!.Kind);

        draft.ReceivedOn = Today.AddDays(1);
        draft.Propose();
        Assert.Equal((ProposalState.NothingAddsUp, null), (draft.Proposed, draft.TakenProposal));
    }

    [Fact]
    public void Discount_of_a_taken_proposal_is_settled_and_goes_with_it()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today) { PaymentTypeId = 1, CanAdjust = true };
        draft.ChoosePayer(Payer, "USD", [Open(1, 100) with { Discount = Dollars(2), DiscountUntil = Today }, Open(2, 70)]);

        draft.TypeAmount(Dollars(98));
        var settled = Assert.Single(draft.ToCommand()!.Adjustments);
        Assert.Equal((1, AdjustmentKind.Discount, Dollars(2), "EarlyPayment"), (settled.InvoiceId, settled.Kind, settled.Amount, settled.ReasonCode));
        Assert.Equal((Dollars(0), Dollars(0)), (draft.Line(1).Remaining, draft.Unapplied));

        draft.TypeAmount(Dollars(70));
        Assert.Empty(draft.ToCommand()!.Adjustments);
    }

    [Fact]
    public void Commission_that_a_rep_may_not_settle_stays_open()
    {
        var draft = WithTerms(PayerTerms.Plain with { CommissionBasisPoints = 1_500 }, 100, 70);

        draft.TypeAmount(Dollars(85));

        Assert.Equal([85, null], draft.Shares());
        Assert.Equal((Dollars(15), 0), (draft.Line(1).Remaining, draft.ToCommand()!.Adjustments.Count));
    }

    [Fact]
    public void Payment_of_a_colleague_moves_no_tick_but_the_sums_are_those_of_now()
    {
        var draft = Of(100, 70, 45);
        draft.TypeAmount(Dollars(115));

        draft.Follow([Open(1, 100), Open(3, 45)], new Dictionary<int, LatestAllocation>());

        Assert.Equal([null, 70, 45], draft.Shares());
        Assert.Equal(0, draft.Sums.Count);
    }

    private static PaymentDraft WithTerms(PayerTerms terms, params int[] open)
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today) { PaymentTypeId = 1 };
        draft.ChoosePayer(Payer, "USD", open.Select((dollars, index) => Open(index + 1, dollars)), terms);
        return draft;
    }
}
