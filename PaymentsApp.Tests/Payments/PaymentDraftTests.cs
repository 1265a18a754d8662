using PaymentsApp.Domain;
using PaymentsApp.Payments;
using static PaymentsApp.Tests.Payments.DollarDrafts;

namespace PaymentsApp.Tests.Payments;

public sealed class PaymentDraftTests
{
    [Fact]
    public void Started_from_an_invoice_it_is_ticked_and_its_outstanding_is_the_amount()
    {
        var draft = Of(100, 250);

        draft.StartFrom(2);

        Assert.Equal([null, 250], draft.Shares());
        Assert.Equal(Dollars(250), draft.Amount);
        Assert.Equal(Dollars(0), draft.Unapplied);
        Assert.False(draft.IsTouched);
    }

    [Fact]
    public void A_proposed_amount_follows_what_is_ticked()
    {
        var draft = Of(100, 250, 30);

        draft.Tick(draft.Line(1));
        draft.Tick(draft.Line(3));
        Assert.Equal(Dollars(130), draft.Amount);

        draft.Untick(draft.Line(1));
        Assert.Equal(Dollars(30), draft.Amount);

        draft.TypeShare(draft.Line(3), Dollars(20));
        Assert.Equal(Dollars(20), draft.Amount);

        draft.Clear();
        Assert.Null(draft.Amount);
    }

    [Fact]
    public void A_typed_amount_stays_whatever_is_ticked()
    {
        var draft = Of(100, 250);
        draft.TypeAmount(Dollars(120));

        draft.Tick(draft.Line(1));
        draft.Tick(draft.Line(2));

        Assert.Equal(Dollars(120), draft.Amount);
        Assert.Equal([100, 20], draft.Shares());
        Assert.Equal(Dollars(0), draft.Unapplied);
    }

    [Fact]
    public void Partial_payment_of_the_started_invoice_lowers_its_proposed_share()
    {
        var draft = Of(100);
        draft.StartFrom(1);

        draft.TypeAmount(Dollars(40));

        Assert.Equal([40], draft.Shares());
        Assert.Equal(Dollars(60), draft.Line(1).Remaining);
    }

    [Fact]
    public void Payment_larger_than_the_invoice_leaves_the_rest_unapplied()
    {
        var draft = Of(100);
        draft.StartFrom(1);

        draft.TypeAmount(Dollars(130));

        Assert.Equal([100], draft.Shares());
        Assert.Equal(Dollars(30), draft.Unapplied);
    }

    [Fact]
    public void Typed_share_stays_when_the_amount_changes_and_the_proposed_ones_take_the_rest()
    {
        var draft = Of(100, 100, 100);
        draft.TypeAmount(Dollars(300));
        draft.ApplyOldestFirst();
        draft.TypeShare(draft.Line(3), Dollars(80));

        draft.TypeAmount(Dollars(200));

        Assert.Equal([100, 20, 80], draft.Shares());
    }

    [Fact]
    public void Invoice_that_was_ticked_gets_its_share_back_when_a_slip_in_the_amount_is_corrected()
    {
        var draft = Of(100, 100);
        draft.Tick(draft.Line(1));
        draft.Tick(draft.Line(2));

        draft.TypeAmount(Dollars(20));
        Assert.Equal([20, 0], draft.Shares());

        draft.TypeAmount(Dollars(200));
        Assert.Equal([100, 100], draft.Shares());
    }

    [Fact]
    public void Ticked_invoice_that_gets_nothing_is_no_part_of_the_payment()
    {
        var draft = Of(100, 100);
        draft.Tick(draft.Line(1));
        draft.Tick(draft.Line(2));
        draft.TypeAmount(Dollars(60));

        Assert.Equal([new InvoiceShare(1, Dollars(60))], draft.ToCommand()!.Allocations);
    }

    [Fact]
    public void With_nothing_left_an_invoice_is_ticked_in_full_and_the_excess_is_shown()
    {
        var draft = Of(100, 100);
        draft.TypeAmount(Dollars(100));
        draft.Tick(draft.Line(1));

        draft.Tick(draft.Line(2));
        Assert.Equal(Dollars(-100), draft.Unapplied);

        draft.TakeAppliedAsAmount();
        Assert.Equal(Dollars(200), draft.Amount);
        Assert.Equal(Dollars(0), draft.Unapplied);
    }

    [Fact]
    public void Bank_fee_adds_to_what_can_be_applied()
    {
        var draft = Of(100);
        draft.TypeAmount(Dollars(85));
        draft.Tick(draft.Line(1));
        Assert.Equal([85], draft.Shares());

        draft.TypeBankFee(Dollars(15));

        Assert.Equal([100], draft.Shares());
        Assert.Equal(Dollars(0), draft.Unapplied);
    }

    [Fact]
    public void Bank_fee_lowers_an_amount_that_is_only_proposed()
    {
        var draft = Of(100);
        draft.StartFrom(1);

        draft.TypeBankFee(Dollars(15));

        Assert.Equal(Dollars(85), draft.Amount);
        Assert.Equal([100], draft.Shares());
        Assert.Equal(Dollars(0), draft.Unapplied);
    }

    [Fact]
    public void Bank_fee_of_zero_is_none()
    {
        var draft = Of(100);

        draft.TypeBankFee(Dollars(0));

        Assert.Null(draft.BankFee);
    }

    [Fact]
    public void Emptied_amount_box_stays_empty_until_the_next_tick()
    {
        var draft = Of(100, 50);
        draft.StartFrom(1);

        draft.TypeAmount(null);
        Assert.Null(draft.Amount);
        Assert.Equal([100, null], draft.Shares());

        draft.Tick(draft.Line(2));
        Assert.Equal(Dollars(150), draft.Amount);
    }

    [Fact]
    public void Doubtful_amount_is_not_replaced_by_a_proposed_one()
    {
        var draft = Of(100, 50);
        draft.StartFrom(1);

        draft.ReportProblem(PaymentDraft.AmountBox, "“12,50” is not clear.");
        draft.TypeAmount(null);
        draft.Tick(draft.Line(2));

        Assert.Null(draft.Amount);
        Assert.Equal([100, 50], draft.Shares());
        Assert.Null(draft.ToCommand());
    }

    [Fact]
    public void Doubtful_amount_that_is_deleted_lets_the_ticks_propose_again()
    {
        var draft = Of(100, 50);
        draft.ReportProblem(PaymentDraft.AmountBox, "“12,50” is not clear.");
        draft.TypeAmount(null);

        draft.ReportProblem(PaymentDraft.AmountBox, null);
        draft.Tick(draft.Line(2));

        Assert.Equal(Dollars(50), draft.Amount);
    }

    [Fact]
    public void Oldest_first_gives_what_the_typed_shares_leave()
    {
        var draft = Of(100, 100, 100);
        draft.TypeAmount(Dollars(150));
        draft.TypeShare(draft.Line(3), Dollars(30));

        draft.ApplyOldestFirst();

        Assert.Equal([100, 20, 30], draft.Shares());
        Assert.Equal(Dollars(0), draft.Unapplied);
    }

    [Fact]
    public void Share_above_the_outstanding_stays_as_typed_and_is_marked()
    {
        var draft = Of(100);

        draft.TypeShare(draft.Line(1), Dollars(120));

        Assert.True(draft.Line(1).IsOverApplied);
        Assert.Equal(Dollars(-20), draft.Line(1).Remaining);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Share_that_is_emptied_or_zero_unticks_the_invoice(int? dollars)
    {
        var draft = Of(100);
        draft.TypeAmount(Dollars(50));
        draft.Tick(draft.Line(1));

        draft.TypeShare(draft.Line(1), dollars is { } whole ? Dollars(whole) : null);

        Assert.False(draft.Line(1).IsTicked);
        Assert.Equal(Dollars(50), draft.Unapplied);
    }

    [Theory]
    [InlineData("payer", "Amount", "PaymentTypeId", "ReceivedOn")]
    public void Without_a_needed_field_there_is_no_command(params string[] missing)
    {
        foreach (var field in missing)
        {
            var draft = field == "payer" ? new PaymentDraft(Guid.CreateVersion7(), Today) { PaymentTypeId = 1 } : Of(100);
            draft.TypeAmount(field == "Amount" ? null : Dollars(10));
            draft.PaymentTypeId = field == "PaymentTypeId" ? null : 1;
            draft.ReceivedOn = field == "ReceivedOn" ? null : Today;

            Assert.Null(draft.ToCommand());
        }
    }
}
