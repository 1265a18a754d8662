using PaymentsApp.Domain;
using PaymentsApp.Invoicing.New;
using PaymentsApp.Payments;

namespace PaymentsApp.Tests.Invoicing.New;

public sealed class NewInvoiceDraftTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly PayerChoice Acme = new(7, "Acme", "C-7", "EUR");

    [Fact]
    public void The_due_date_follows_the_terms_until_it_is_typed()
    {
        var draft = NewInvoiceDraft.Begin("N-1", "USD", Today);
        draft.Choose(Acme, termsDays: 14);
        Assert.Equal(Today.AddDays(14), draft.DueOn);

        draft.Issue(Today.AddDays(1));
        Assert.Equal(Today.AddDays(15), draft.DueOn);

        draft.Due(Today.AddDays(60));
        draft.Issue(Today.AddDays(2));
        Assert.Equal(Today.AddDays(60), draft.DueOn);
    }

    [Fact]
    public void Amounts_do_not_change_their_currency()
    {
        var draft = NewInvoiceDraft.Begin("N-1", "USD", Today);
        draft.Rows[0].Amount = new Money(10_000, "USD");
        Assert.Equal(new Money(10_000, "USD"), draft.Total);

        draft.Choose(Acme, termsDays: 30);

        Assert.Equal("EUR", draft.Currency);
        Assert.Null(draft.Rows[0].Amount);
        Assert.Null(draft.Total);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var draft = NewInvoiceDraft.Begin("", "USD", Today);
        draft.Rows[0].AmountProblem = "12,50: did you mean 12.50?";

        Assert.Null(draft.ToCommand(out var problems));
        Assert.Equal(
            [
                "Choose an organization.", "Row 1: 12,50: did you mean 12.50?", "Give the invoice a number.", "Row 1 needs a description.",
                "Row 1 needs an amount above zero.",
            ],
            problems);
    }

    [Fact]
    public void A_full_form_is_a_command()
    {
        var draft = NewInvoiceDraft.Begin(" N-1 ", "USD", Today);
        draft.Choose(Acme, termsDays: 30);
        draft.Rows[0].Description = "Full page";
        draft.Rows[0].Issue = "March";
        draft.Rows[0].Amount = new Money(10_000, "EUR");
        draft.AddRow();
        Assert.Equal("March", draft.Rows[1].Issue);
        draft.Remove(draft.Rows[1]);
        draft.Remove(draft.Rows[0]);

        var command = draft.ToCommand(out var problems);

        Assert.Empty(problems);
        Assert.Equal((7, "N-1", "EUR", Today.AddDays(30)), (command?.OrganizationId, command?.Number, command?.Currency, command?.DueOn));
        Assert.Equal(10_000, Assert.Single(command?.Rows ?? []).AmountMinor);
    }
}
