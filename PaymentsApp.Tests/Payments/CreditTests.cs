using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Credits;
using PaymentsApp.Tests.Journal;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

public sealed class CreditTests
{
    [Theory, BothDatabases]
    public async Task Credit_of_a_payment_and_a_credit_note_settle_an_invoice_without_a_payment(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.CreditAsync(70);
        var note = await desk.CreditNoteAsync(50);
        var command = new UseCredit([desk.Use(payment, 60), desk.Use(note, 40)]);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.UseCreditAsync(command, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.UseCreditAsync(command, default));

        Assert.Equal((0, 10_00, 10_00), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note.Id)));
        Assert.Equal(1, await desk.App.ReadAsync(db => db.Payments.CountAsync()));
        Assert.Equal("WrongSize", (await desk.AdjustmentsAsync())[0].ReasonCode);
        Assert.Empty(await desk.App.VerifyAsync());

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.TakeBackCreditAsync(command, "By mistake", default));

        Assert.Equal((100_00, 70_00, 50_00), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note.Id)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Credit_is_used_beside_the_money_that_came(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.CreditAsync(30);
        var note = await desk.CreditNoteAsync(30);
        var command = desk.Command() with { Credits = [desk.Use(payment, 30), desk.Use(note, 30)] };

        await desk.RegisterAsync(command);
        Assert.IsType<RegisterPaymentResult.AlreadyRegistered>(await desk.Payments.RegisterAsync(command, default));
        var changed = await desk.Payments.RegisterAsync(command with { Credits = [] }, default);

        Assert.IsType<PaymentProblem.RegisteredWithOtherFigures>(Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(changed).Problems));
        Assert.Equal((0, 0, 0), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note.Id)));
        Assert.Empty(await desk.App.VerifyAsync());
        await desk.App.FinanceAsync("Journal reader");
        await JournalProof.AssertAsync(desk.App, "credit beside money");
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_is_named_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.CreditAsync(70);
        var note = await desk.CreditNoteAsync(50);
        var second = await desk.App.InvoiceAsync(desk.Client);
        var foreign = await desk.App.InvoiceAsync(await desk.App.OrganizationAsync());
        var used = desk.Use(payment, 1, second);
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.UseCreditAsync(new UseCredit([used]), default));

        foreach (var (name, uses, expected) in new (string, CreditUse[], Type)[]
        {
            ("nothing", [], typeof(PaymentProblem.AmountNotPositive)),
            ("an unknown payment", [desk.Use(Guid.CreateVersion7(), 1)], typeof(PaymentProblem.NotFound)),
            ("an unknown invoice", [desk.Use(payment, 1) with { InvoiceId = 99_999 }], typeof(PaymentProblem.NotFound)),
            ("a credit note that is a payment", [desk.Use(payment, 1) with { Kind = CreditKind.CreditNote }], typeof(PaymentProblem.NotFound)),
            ("an invoice of somebody else", [desk.Use(payment, 1, foreign)], typeof(PaymentProblem.InvoiceOfAnotherOrganization)),
            ("a credit note of somebody else", [desk.Use(note, 1, foreign)], typeof(PaymentProblem.NotFound)),
            ("zero", [desk.Use(note, 0)], typeof(PaymentProblem.ApplyNotPositive)),
            ("more than is left", [desk.Use(payment, 69.01m)], typeof(PaymentProblem.PaymentCreditTooSmall)),
            ("more than is left, in two", [desk.Use(payment, 40), desk.Use(payment, 40, second)], typeof(PaymentProblem.PaymentCreditTooSmall)),
            ("more than the credit note", [desk.Use(note, 50.01m)], typeof(PaymentProblem.CreditNoteTooSmall)),
            ("more than is open, together", [desk.Use(payment, 60), desk.Use(note, 41)], typeof(PaymentProblem.CreditMoreThanOpen)),
            ("other figures beside a use that was written", [used, desk.Use(note, 1)], typeof(PaymentProblem.CreditUsedBefore)),
        })
        {
            var before = (await desk.FactsAsync(), await desk.LeftAsync(note.Id));

            var refused = Assert.IsType<CorrectionResult.Refused>(await desk.Payments.UseCreditAsync(new UseCredit(uses), default));

            Assert.True(refused.Problems.Any(problem => problem.GetType() == expected), $"{name}: {string.Join(" | ", refused.Problems)}");
            Assert.Equal(before, (await desk.FactsAsync(), await desk.LeftAsync(note.Id)));
        }

        var beside = desk.Command() with { Credits = [desk.Use(payment, 60.01m)] };
        Assert.IsType<PaymentProblem.CreditMoreThanOpen>(
            Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(await desk.Payments.RegisterAsync(beside, default)).Problems));
    }

    [Theory, BothDatabases]
    public async Task A_rep_sees_the_credit_of_a_client_and_uses_none(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.CreditAsync(70);
        var services = desk.App.For(desk.Rep);
        var queries = services.GetRequiredService<CreditQueries>();
        var command = desk.Command() with { Credits = [desk.Use(payment, 10)] };

        var offer = await queries.FindOfferAsync(desk.Client.Id, null, default);
        var refused = Assert.IsType<RegisterPaymentResult.Refused>(await desk.PaymentsOf(desk.Rep).RegisterAsync(command, default));

        Assert.IsType<PaymentProblem.NotAllowed>(Assert.Single(refused.Problems));
        Assert.True(offer is { CanApply: false, Uses: [], Credit: [{ Minor: 70_00 }] });
        Assert.Empty(await queries.OfferedAsync(desk.Client.Id, "USD", default));
        Assert.Equal(70_00, Assert.Single((await queries.AccountAsync(desk.Client.Id, default))!.Open).Unapplied.Minor);
    }

    [Theory, BothDatabases]
    public async Task Offer_puts_credit_first_on_the_invoice_it_is_meant_for(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var later = await desk.App.InvoiceAsync(desk.Client, total: 80, due: desk.App.Today.AddDays(60));
        await desk.CreditAsync(30);
        await desk.CreditAsync(50, meantForInvoiceId: later.Id);
        var queries = desk.App.Get<CreditQueries>();

        var forLater = (await queries.FindOfferAsync(desk.Client.Id, later.Id, default))!;
        var forFirst = (await queries.FindOfferAsync(desk.Client.Id, desk.Invoice.Id, default))!;
        var forAll = (await queries.FindOfferAsync(desk.Client.Id, null, default))!;

        Assert.Equal([50_00, 30_00], forLater.Uses.Select(use => use.Amount.Minor));
        Assert.Equal((30_00, desk.Invoice.Number), (Assert.Single(forFirst.Uses).Amount.Minor, forFirst.Into));
        Assert.Equal([(later.Id, 50_00), (desk.Invoice.Id, 30_00)], forAll.Uses.Select(use => (use.InvoiceId, use.Amount.Minor)));
        Assert.Equal(80_00, Assert.Single(forAll.Applied).Minor);
    }

    [Theory, BothDatabases]
    public async Task Credit_of_the_agency_is_offered_for_the_invoices_of_the_client_that_is_looked_at(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.CreditAsync(70);
        var mine = await desk.App.OrganizationAsync(payer: desk.Client);
        var other = await desk.App.OrganizationAsync(payer: desk.Client);
        var invoice = await desk.App.InvoiceAsync(mine, total: 25);
        await desk.App.InvoiceAsync(other, total: 30);
        var queries = desk.App.Get<CreditQueries>();

        var offer = (await queries.FindOfferForClientAsync(desk.Client.Id, mine.Id, default))!;

        Assert.Equal((25_00, invoice.Number), (Assert.Single(offer.Uses).Amount.Minor, offer.Into));
        Assert.Null(await desk.App.For(await desk.App.RepAsync("Another")).GetRequiredService<CreditQueries>().FindOfferForClientAsync(desk.Client.Id, mine.Id, default));
    }

    [Theory, BothDatabases]
    public async Task Many_people_use_the_same_credit_at_once_and_it_is_never_overused(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.CreditAsync(50);
        var note = await desk.CreditNoteAsync(50);
        List<Invoice> invoices = [];
        for (var i = 0; i < 4; i++)
        {
            invoices.Add(await desk.App.InvoiceAsync(desk.Client, total: 500));
        }

        async Task<CorrectionResult> WorkAsync(int worker) => await desk.PaymentsOf(desk.Finance).UseCreditAsync(
            new UseCredit([desk.Use(payment, 7, invoices[worker % 4]), desk.Use(note, 7, invoices[(worker + 1) % 4])]), default);

        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(worker => Task.Run(() => WorkAsync(worker))));

        Assert.Equal(7, results.OfType<CorrectionResult.Done>().Count());
        Assert.Equal((1_00, 1_00), (await desk.LeftAsync(payment), await desk.LeftAsync(note.Id)));
        Assert.Empty(await desk.App.VerifyAsync());
    }
}
