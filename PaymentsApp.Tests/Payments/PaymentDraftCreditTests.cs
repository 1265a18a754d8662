using PaymentsApp.Domain;
using PaymentsApp.Payments;
using static PaymentsApp.Tests.Payments.DollarDrafts;

namespace PaymentsApp.Tests.Payments;

public sealed class PaymentDraftCreditTests
{
    private static readonly Guid First = new("01980000-0000-7000-8000-000000000001");
    private static readonly Guid Second = new("01980000-0000-7000-8000-000000000002");

    [Fact]
    public void Credit_lowers_the_proposed_amount_and_is_used_first()
    {
        var draft = With(Of(100), (First, 30, null));
        draft.StartFrom(1);

        draft.UseCredit();
        var command = draft.ToCommand()!;

        Assert.Equal((Dollars(70), Dollars(30), Dollars(0)), (draft.Amount, draft.CreditUsed, draft.Unapplied));
        Assert.Equal(Dollars(70), Assert.Single(command.Allocations).Amount);
        Assert.Equal((First, Dollars(30)), (Assert.Single(command.Credits).CreditId, command.Credits[0].Amount));
        Assert.Null(draft.ToUseCredit());
    }

    [Fact]
    public void Credit_alone_settles_invoices_without_an_amount()
    {
        var draft = With(Of(40, 100), (First, 30, null), (Second, 50, null));

        draft.UseCredit();
        var command = draft.ToUseCredit()!;

        Assert.Equal([40, 40], draft.Shares());
        Assert.Null(draft.Amount);
        Assert.Equal([(First, 1, 30), (Second, 1, 10), (Second, 2, 40)], command.Uses.Select(use => (use.CreditId, use.InvoiceId, (int)use.Amount.Minor / 100)));
        Assert.Equal(command.Uses, draft.ToUseCredit()!.Uses); // sent again after a lost answer, it is the same command
    }

    [Fact]
    public void Part_of_a_credit_is_used()
    {
        var draft = With(Of(100), (First, 30, null));
        draft.StartFrom(1);

        draft.ChooseCredit(draft.Credits[0], Dollars(10));

        Assert.Equal((Dollars(90), Dollars(10)), (draft.Amount, Assert.Single(draft.ToCommand()!.Credits).Amount));
    }

    [Fact]
    public void Typed_amount_is_filled_up_with_credit_and_no_more()
    {
        var draft = With(Of(100), (First, 80, null));
        draft.TypeAmount(Dollars(50));
        draft.Tick(draft.Line(1));

        draft.UseCredit();

        Assert.Equal((Dollars(50), Dollars(50), Dollars(0)), (draft.Amount, draft.CreditUsed, draft.Unapplied));
        Assert.Equal([100], draft.Shares());
    }

    [Fact]
    public void Credit_that_nothing_takes_stays_credit_and_is_not_counted_as_unapplied_money()
    {
        var draft = With(Of(100), (First, 80, null));
        draft.TypeAmount(Dollars(50));
        draft.Clear();
        draft.TypeShare(draft.Line(1), Dollars(20));

        draft.ChooseCredit(draft.Credits[0], Dollars(80));

        Assert.Equal((Dollars(20), Dollars(50)), (draft.CreditUsed, draft.Unapplied));
        Assert.Empty(draft.ToCommand()!.Allocations);
    }

    [Fact]
    public void What_is_meant_for_an_invoice_is_not_used_for_another_by_itself()
    {
        var draft = With(Of(100, 60), (First, 30, 2), (Second, 20, null));
        draft.StartFrom(1);

        draft.UseCredit();

        Assert.Equal([null, Dollars(20)], draft.Credits.Select(credit => credit.Amount));
    }

    [Fact]
    public void A_colleague_who_was_quicker_is_seen_and_what_was_chosen_stays()
    {
        var draft = With(Of(100), (First, 30, null));
        draft.StartFrom(1);
        draft.UseCredit();

        draft.OfferCredit([CreditDesk.Open(First, 5)]);

        Assert.Equal((Dollars(30), true), (draft.Credits[0].Amount, draft.Credits[0].IsOver));
    }

    [Fact]
    public void What_it_is_meant_for_goes_with_money_that_stays_unapplied_only()
    {
        var draft = Of(100, 60);
        draft.TypeAmount(Dollars(50));
        draft.MeanFor(2);

        Assert.Equal(2, draft.ToCommand()!.MeantForInvoiceId);
        draft.Tick(draft.Line(1));
        Assert.Null(draft.ToCommand()!.MeantForInvoiceId);
    }

    [Fact]
    public void Chosen_credit_comes_back_with_a_kept_window_and_makes_the_same_facts()
    {
        var draft = With(Of(100), (First, 30, null));
        draft.StartFrom(1);
        draft.UseCredit();
        draft.MeanFor(1);
        var again = new PaymentDraft(draft.PaymentId, Today);
        again.ChoosePayer(Payer, "USD", [Open(1, 100)]);
        again.OfferCredit([CreditDesk.Open(First, 30)]);

        again.Restore(draft.ToContent());

        Assert.Equal(draft.ToCommand()!.Credits, again.ToCommand()!.Credits);
        Assert.Equal((draft.Amount, (int?)1), (again.Amount, again.MeantForInvoiceId));
    }

    [Fact]
    public void On_account_nothing_is_ticked_by_itself()
    {
        var draft = Of(100);
        draft.KeepOnAccount();

        draft.TypeAmount(Dollars(100));

        Assert.Equal([null], draft.Shares());
        Assert.Equal(Dollars(100), draft.Unapplied);
    }

    [Fact]
    public void Footer_always_adds_up_whatever_is_typed_and_chosen()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var draft = With(Of(random.Next(1, 90), random.Next(1, 90)), (First, random.Next(1, 90), random.Next(2) == 0 ? 2 : null), (Second, random.Next(1, 90), null));
            for (var step = 0; step < 6; step++)
            {
                Act(draft, random);
                var (applied, used) = (draft.Applied, draft.CreditUsed);
                Assert.Equal(applied + draft.Unapplied, (draft.Amount ?? Dollars(0)) + used);
                Assert.True(used <= draft.CreditChosen && used <= applied);
                if (draft.ToCommand() is { } command)
                {
                    Assert.Equal(applied.Minor, command.Allocations.Sum(share => share.Amount.Minor) + command.Credits.Sum(use => use.Amount.Minor));
                    Assert.Equal(used.Minor, command.Credits.Sum(use => use.Amount.Minor));
                }
            }
        }
    }

    private static void Act(PaymentDraft draft, Random random)
    {
        var line = draft.Lines[random.Next(2)];
        var credit = draft.Credits[random.Next(2)];
        switch (random.Next(7))
        {
            case 0: draft.TypeAmount(Dollars(random.Next(1, 150))); break;
            case 1: draft.Tick(line); break;
            case 2: draft.Untick(line); break;
            case 3: draft.TypeShare(line, Dollars(random.Next(0, 90))); break;
            case 4: draft.ChooseCredit(credit, random.Next(3) == 0 ? null : Dollars(random.Next(1, 90))); break;
            case 5: draft.UseCredit(); break;
            default: draft.ClearCredit(); break;
        }
    }

    private static PaymentDraft With(PaymentDraft draft, params (Guid Id, int Dollars, int? MeantFor)[] credits)
    {
        draft.OfferCredit([.. credits.Select(credit => CreditDesk.Open(credit.Id, credit.Dollars, credit.MeantFor))]);
        return draft;
    }
}
