using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments.Balances;

/// <summary>A figure is explained by its facts, with a running balance that ends at it.</summary>
public sealed class BalanceFactTests
{
    [Theory, BothDatabases]
    public async Task The_facts_of_an_invoice_end_at_what_is_open(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.RegisterAsync(desk.Command());
        var allocation = (await desk.AllocationsAsync(payment.PaymentId))[0];
        desk.App.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Payments.UnapplyAsync(new(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), default);
        desk.App.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Payments.ApplyAsync(new(Guid.CreateVersion7(), payment.PaymentId, desk.Invoice.Id, Dollars(15)), default);
        var writeOff = new InvoiceAdjustment(Guid.CreateVersion7(), desk.Invoice.Id, AdjustmentKind.WriteOff, Dollars(5), "SmallDifference", null);
        await desk.Payments.AdjustAsync(new AdjustInvoice(writeOff, desk.App.Today), default);

        var balance = await desk.App.Get<BalanceFactQueries>().FindAsync(BalanceSubject.OfInvoice(desk.Invoice.Id, "USD"), default);

        Assert.True(balance!.Agrees);
        Assert.Equal(Dollars(80), balance.Figure);
        Assert.Equal(
            ["Invoiced 100.00 USD = 100.00 USD", "Applied -40.00 USD = 60.00 USD", "Unapplied 40.00 USD = 100.00 USD", "Applied -15.00 USD = 85.00 USD", "Write-off -5.00 USD = 80.00 USD"],
            balance.Facts.Select(fact => $"{fact.What} {fact.Change} = {fact.Balance}"));
        Assert.Equal("Wrong invoice", balance.Facts[2].Why);
        Assert.Equal("Fiona Finance", balance.Facts[2].By);
    }

    [Theory, BothDatabases]
    public async Task The_facts_of_a_payment_end_at_its_credit(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second"));
        var payment = await desk.RegisterAsync(desk.Command() with { Amount = Dollars(70), BankFee = Dollars(2) });
        var refund = new RefundPayment(Guid.CreateVersion7(), payment.PaymentId, Dollars(10), desk.App.Today, 1, null, "Paid too much");
        await desk.Payments.RequestRefundAsync(refund, default);
        await second.ApproveAsync(new DecideApproval(refund.RefundId, null), default);

        var balance = await desk.App.Get<BalanceFactQueries>().FindAsync(BalanceSubject.OfPayment(payment.PaymentId, "USD"), default);
        var ofPayer = await desk.App.Get<BalanceFactQueries>().FindAsync(BalanceSubject.OfOrganization(desk.Client.Id, BalanceKind.Credit, "USD"), default);

        Assert.True(balance!.Agrees);
        Assert.Equal(["Received 70.00", "Bank fee carried by us 72.00", "Applied 32.00", "Refunded 22.00"], balance.Facts.Select(fact => $"{fact.What} {MoneyText.Plain(fact.Balance)}"));
        Assert.Equal(balance.Facts, ofPayer!.Facts);
    }

    [Theory, BothDatabases]
    public async Task The_credit_of_a_client_counts_credit_notes_too(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.CreditAsync(20);
        var note = await desk.CreditNoteAsync(30);
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.UseCreditAsync(new UseCredit([desk.Use(note, 12)]), default));

        var balance = await desk.App.Get<BalanceFactQueries>().FindAsync(BalanceSubject.OfOrganization(desk.Client.Id, BalanceKind.Credit, "USD"), default);

        Assert.Equal(Dollars(38), balance!.Figure);
        Assert.Equal(["Received", "Credit note CN-7", "Credit note CN-7 used"], balance.Facts.Select(fact => fact.What));
        await BalanceProof.AssertAsync(desk.App, "with a credit note");
    }

    [Theory, BothDatabases]
    public async Task Of_a_long_history_the_earlier_facts_are_added_up(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        for (var i = 0; i < BalanceFactQueries.FactsMax + 7; i++)
        {
            await desk.App.InvoiceAsync(desk.Client, 1, due: desk.App.Today.AddDays(30 + (i % 3)));
        }

        await desk.RegisterAsync(desk.Command());

        var balance = await desk.App.Get<BalanceFactQueries>().FindAsync(BalanceSubject.OfOrganization(desk.Client.Id, BalanceKind.Outstanding, "USD"), default);

        Assert.True(balance!.Agrees);
        Assert.Equal(BalanceFactQueries.FactsMax, balance.Facts.Count);
        Assert.Equal(9, balance.EarlierCount); // with the desk's own invoice, and its payment
        Assert.Equal(Dollars(60 + BalanceFactQueries.FactsMax + 7), balance.Sum);
    }
}
