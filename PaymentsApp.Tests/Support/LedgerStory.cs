using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Tests.Support;

/// <summary>A small ledger in which every table of facts has a row, made by the service itself.</summary>
internal static class LedgerStory
{
    /// <summary>
    /// Two invoices of 100.00; a payment of 150.00 (5.00 of it kept by the bank) over both, one allocation taken back;
    /// a second payment that was reversed.
    /// </summary>
    public static async Task TellAsync(TestDatabase app)
    {
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var batch = await app.WriteAsync(db =>
        {
            var batch = new InvoiceBatch("March", app.Clock.Now, db.Users.OrderByDescending(u => u.Id).First().Id);
            db.InvoiceBatches.Add(batch);
            return Task.FromResult(batch);
        });
        Assert.True(batch.Id > 0);
        var first = await app.InvoiceAsync(organization);
        var second = await app.InvoiceAsync(organization);
        var payments = app.Get<PaymentService>();

        await RegisteredAsync(app, Pay(app, organization, 145, fee: 5, (first, 90), (second, 40)));
        var bounced = Pay(app, organization, 10, fee: 0, (second, 10));
        await RegisteredAsync(app, bounced);

        var allocation = await app.ReadAsync(db => db.Allocations.SingleAsync(a => a.AmountMinor == 4000));
        Assert.IsType<CorrectionResult.Done>(await payments.UnapplyAsync(
            new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), CancellationToken.None));
        Assert.IsType<CorrectionResult.Done>(await payments.ReverseAsync(
            new ReversePayment(Guid.CreateVersion7(), bounced.PaymentId, app.Today, "Bounced"), CancellationToken.None));
    }

    /// <summary>A check in whole units of the organization's currency.</summary>
    public static RegisterPayment Pay(
        TestDatabase app, Organization payer, long amount, long fee = 0, params IEnumerable<(Invoice Invoice, long Units)> shares) => new(
        Guid.CreateVersion7(),
        payer.Id,
        Money.Whole(amount, payer.Currency),
        Money.Whole(fee, payer.Currency),
        app.Today,
        PaymentTypeId: 1,
        Reference: "4471",
        CheckDatedOn: app.Today,
        Memo: null,
        [.. shares.Select(share => new InvoiceShare(share.Invoice.Id, Money.Whole(share.Units, payer.Currency)))]);

    private static async Task RegisteredAsync(TestDatabase app, RegisterPayment command) =>
        Assert.IsType<RegisterPaymentResult.Registered>(await app.Get<PaymentService>().RegisterAsync(command, CancellationToken.None));
}
