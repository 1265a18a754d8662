using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Details;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Details;

public sealed class PaymentDetailQueriesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task A_payment_tells_its_whole_story(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync(name: "Harbor Coffee");
        var first = await app.InvoiceAsync(organization, total: 60, number: "INV-1");
        var second = await app.InvoiceAsync(organization, total: 60, number: "INV-2");
        var id = await app.PaymentAsync(finance, organization, 100, [(first, 60), (second, 30)], reference: "CHK 1");
        var queries = app.Get<PaymentDetailQueries>();
        var before = await queries.FindAsync(id, Cancel);
        app.Time.Advance(TimeSpan.FromHours(1));
        await app.Get<PaymentService>().UnapplyAsync(
            new UnapplyAllocation(Guid.CreateVersion7(), before!.Allocations.Single(a => a.InvoiceNumber == "INV-1").Id, "Wrong invoice"), Cancel);

        var after = await queries.FindAsync(id, Cancel);

        Assert.Equal((9000L, 1000L, true, "CHK 1"), (before.Applied.Minor, before.Unapplied.Minor, before.CanCorrect, before.Reference));
        Assert.Equal((3000L, 7000L), (after!.Applied.Minor, after.Unapplied.Minor));
        var back = after.Allocations.Single(a => a.InvoiceNumber == "INV-1").Reversal;
        Assert.Equal(("Wrong invoice", "Fiona Finance"), (back!.Reason, back.RecordedBy));
        Assert.Equal(["INV-1", "INV-2"], (await queries.OfferedInvoicesAsync(id, Cancel)).Select(invoice => invoice.Number));
    }

    [Theory, BothDatabases]
    public async Task A_reversed_payment_says_when_why_and_by_whom(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var id = await app.PaymentAsync(finance, organization, 100, [(await app.InvoiceAsync(organization, total: 60), 60)]);
        await app.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), id, app.Today, "Bounced"), Cancel);

        var payment = await app.Get<PaymentDetailQueries>().FindAsync(id, Cancel);

        Assert.Equal((app.Today, "Bounced", "Fiona Finance"), (payment!.Reversal!.EffectiveOn, payment.Reversal.Reason, payment.Reversal.RecordedBy));
        Assert.NotNull(Assert.Single(payment.Allocations).Reversal);
    }

    [Theory, BothDatabases]
    public async Task A_rep_reads_payments_of_own_clients_and_corrects_none(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var own = await app.PaymentAsync(finance, await app.OrganizationAsync(rep), 10);
        var foreign = await app.PaymentAsync(finance, await app.OrganizationAsync(), 10);
        var queries = app.For(rep).GetRequiredService<PaymentDetailQueries>();

        Assert.False((await queries.FindAsync(own, Cancel))!.CanCorrect);
        Assert.Null(await queries.FindAsync(foreign, Cancel));
        Assert.Null(await queries.FindAsync(Guid.CreateVersion7(), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => queries.OfferedInvoicesAsync(own, Cancel));
    }
}
