using PaymentsApp.Domain;
using PaymentsApp.Payments;
using static PaymentsApp.Tests.Payments.DollarDrafts;

namespace PaymentsApp.Tests.Payments;

/// <summary>Another payer, another currency, and what colleagues do meanwhile.</summary>
public sealed class PaymentDraftPayerTests
{
    private static readonly PayerChoice Other = new(8, "Tokyo Press", "C-00008", "JPY");
    private static readonly PayerChoice Euro = new(9, "Rhein Verlag", "C-00009", "EUR");

    [Fact]
    public void Amount_typed_before_the_payer_is_kept()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today);
        draft.TypeAmount(Dollars(120));

        draft.ChoosePayer(Euro, "EUR", [Open(1, 100, "EUR")]);

        Assert.Equal(Money.Whole(120, "EUR"), draft.Amount);
        Assert.Equal([null], draft.Shares());
    }

    [Fact]
    public void Amount_typed_before_the_payer_was_found_by_an_invoice_pays_that_invoice_in_part()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today);
        draft.TypeAmount(Dollars(30));

        draft.ChoosePayer(Payer, "USD", [Open(1, 100)]);
        draft.StartFrom(1);

        Assert.Equal(Dollars(30), draft.Amount);
        Assert.Equal([30], draft.Shares());
    }

    [Fact]
    public void Amount_is_never_read_anew_with_other_decimals()
    {
        var draft = Of(100);
        draft.TypeAmount(Dollars(120));
        draft.TypeBankFee(Dollars(5));

        draft.ChoosePayer(Other, "JPY", [Open(1, 100, "JPY")]);

        Assert.Null(draft.Amount);
        Assert.Null(draft.BankFee);
        Assert.False(draft.IsAmountTyped);
        Assert.Equal(Money.Zero("JPY"), draft.Unapplied);
    }

    [Fact]
    public void Shares_and_the_proposed_amount_of_one_payer_do_not_pass_to_another()
    {
        var draft = Of(100);
        draft.StartFrom(1);

        draft.ChoosePayer(new PayerChoice(9, "Other", "C-9", "USD"), "USD", [Open(5, 70)]);

        Assert.Null(draft.Amount);
        Assert.Equal([5], draft.Lines.Select(line => line.InvoiceId));
        Assert.Equal([null], draft.Shares());
    }

    [Fact]
    public void Doubtful_amount_typed_before_the_payer_still_stands_in_the_way_of_saving()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today) { PaymentTypeId = 1 };
        draft.ReportProblem(PaymentDraft.AmountBox, "“12,50” is not clear.");
        draft.ReportProblem("Bank fee", "“1,5” is not clear.");
        draft.TypeAmount(null);

        draft.ChoosePayer(Payer, "USD", [Open(1, 100)]);
        draft.StartFrom(1);

        Assert.Equal(2, draft.Problems.Count);
        Assert.Null(draft.Amount);
    }

    [Fact]
    public void Doubtful_share_of_one_payer_does_not_stand_in_the_way_of_another()
    {
        var draft = Of(100);
        draft.ReportProblem(draft.Line(1).Box, "“1,5” is not clear.");

        draft.ChoosePayer(new PayerChoice(9, "Other", "C-9", "USD"), "USD", [Open(5, 70)]);

        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void Invoices_of_another_currency_are_not_offered()
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today);

        draft.ChoosePayer(Payer, "USD", [Open(1, 100), Open(2, 100, "EUR")]);

        Assert.Equal([1], draft.Lines.Select(line => line.InvoiceId));
    }

    [Fact]
    public void Invoice_paid_meanwhile_says_so_and_keeps_the_share()
    {
        var draft = Of(100, 50);
        draft.TypeAmount(Dollars(150));
        draft.TypeShare(draft.Line(1), Dollars(90));

        draft.Follow([Open(1, 40), Open(2, 50)], new Dictionary<int, LatestAllocation> { [1] = PaidBy("Berta", 60) });

        Assert.Equal([90, 50], draft.Shares());
        Assert.Equal(Dollars(100), draft.Line(1).OutstandingBefore);
        Assert.Equal("Berta", draft.Line(1).PaidMeanwhile!.ByName);
        Assert.True(draft.Line(1).IsOverApplied);
        Assert.Null(draft.Line(2).OutstandingBefore);
    }

    [Fact]
    public void Ticked_invoice_that_a_colleague_paid_in_full_stays_to_be_seen_and_an_unticked_one_goes()
    {
        var draft = Of(100, 50);
        draft.Tick(draft.Line(1));

        draft.Follow([], new Dictionary<int, LatestAllocation>());

        Assert.Equal([1], draft.Lines.Select(line => line.InvoiceId));
        Assert.Equal([100], draft.Shares());
        Assert.Equal(Dollars(100), draft.Amount);
    }

    [Fact]
    public void Row_with_a_doubtful_share_stays_so_that_it_can_be_mended()
    {
        var draft = Of(100, 50);
        draft.ReportProblem(draft.Line(1).Box, "“1,5” is not clear.");
        draft.TypeShare(draft.Line(1), null);

        draft.Follow([Open(2, 50)], new Dictionary<int, LatestAllocation>());

        Assert.Equal([1, 2], draft.Lines.Select(line => line.InvoiceId));
    }

    [Fact]
    public void Invoice_that_a_colleague_opened_again_names_no_payment()
    {
        var draft = Of(100);

        draft.Follow([Open(1, 160)], new Dictionary<int, LatestAllocation> { [1] = PaidBy("Berta", 20) });

        Assert.Equal(Dollars(100), draft.Line(1).OutstandingBefore);
        Assert.Null(draft.Line(1).PaidMeanwhile);
    }

    [Fact]
    public void Invoice_that_is_as_it_was_has_nothing_to_say_any_more()
    {
        var draft = Of(100);

        draft.Follow([Open(1, 40)], new Dictionary<int, LatestAllocation> { [1] = PaidBy("Berta", 60) });
        draft.Follow([Open(1, 100)], new Dictionary<int, LatestAllocation>());

        Assert.Null(draft.Line(1).OutstandingBefore);
    }

    [Fact]
    public void New_invoice_comes_into_its_place_by_due_date()
    {
        var draft = Of(100, 50, 70);
        draft.Follow([Open(1, 100), Open(3, 70)], new Dictionary<int, LatestAllocation>());

        draft.Follow([Open(1, 100), Open(2, 10), Open(3, 70)], new Dictionary<int, LatestAllocation>());

        Assert.Equal([1, 2, 3], draft.Lines.Select(line => line.InvoiceId));
    }

    [Fact]
    public void Following_is_not_typing()
    {
        var draft = Of(100);

        draft.Follow([Open(1, 40)], new Dictionary<int, LatestAllocation>());

        Assert.False(draft.IsTouched);
    }
}
