using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Payments;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace PaymentsApp.Tests.Invoicing.Details;

public sealed class InvoiceQueriesTests
{
    [Theory, BothDatabases]
    public async Task An_invoice_tells_its_rows_its_balance_and_who_paid(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync("Fiona Finance");
        var organization = await app.OrganizationAsync(name: "Acme");
        var invoice = await app.InvoiceAsync(organization, total: 100, due: app.Today.AddDays(-3));
        var first = await PayAsync(app, invoice, 3000, "CHK-1");
        await PayAsync(app, invoice, 2000, null);
        var allocation = await app.ReadAsync(db => db.Allocations.SingleAsync(row => row.PaymentId == first));
        await app.Get<PaymentService>().UnapplyAsync(
            new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), default);

        var details = Assert.IsType<InvoiceDetails>(await app.Get<InvoiceQueries>().FindAsync(invoice.Id, default));

        Assert.Equal(
            ("Acme", new Money(10000, "USD"), new Money(2000, "USD"), new Money(8000, "USD"), 3, InvoiceStatus.PartPaid),
            (details.Organization, details.Total, details.Applied, details.Outstanding, details.DaysOverdue, details.Status));
        Assert.Equal("Full page, four color", Assert.Single(details.Rows).Description);
        Assert.Equal([2000L, 3000L], details.History.Select(entry => entry.Amount.Minor).Order());
        var undone = Assert.Single(details.History, entry => entry.Reversed is not null);
        Assert.Equal(("Check CHK-1", "Wrong invoice", "Fiona Finance"), (undone.What, undone.Reversed?.Reason, undone.Reversed?.By));
        Assert.All(details.History, entry => Assert.Equal("Fiona Finance", entry.RecordedBy));
    }

    [Fact]
    public async Task A_foreign_invoice_is_as_missing_as_one_that_never_was()
    {
        await using var app = await TestDatabase.CreateAsync();
        var rep = await app.RepAsync();
        var own = await app.InvoiceAsync(await app.OrganizationAsync(rep));
        var foreign = await app.InvoiceAsync(await app.OrganizationAsync());
        var queries = app.Get<InvoiceQueries>();

        Assert.NotNull(await queries.FindAsync(own.Id, default));
        Assert.Null(await queries.FindAsync(foreign.Id, default));
        Assert.Null(await queries.FindAsync(9_999, default));
        await Assert.ThrowsAsync<AccessDeniedException>(() => queries.DefaultsAsync(default));
    }

    [Fact]
    public async Task A_new_invoice_is_offered_a_number_that_is_free()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var queries = app.Get<InvoiceQueries>();

        Assert.Equal("INV-0001", (await queries.DefaultsAsync(default)).Number);
        await app.InvoiceAsync(organization, number: "A-18");
        await app.InvoiceAsync(organization, number: "A-19");
        await app.InvoiceAsync(organization, number: "A-17");
        Assert.Equal("A-20", (await queries.DefaultsAsync(default)).Number);
    }

    private static async Task<Guid> PayAsync(TestDatabase app, Invoice invoice, long minor, string? reference)
    {
        var type = await app.ReadAsync(db => db.PaymentTypes.OrderBy(row => row.SortOrder).FirstAsync());
        var amount = new Money(minor, invoice.Currency);
        var command = new RegisterPayment(
            Guid.CreateVersion7(), invoice.OrganizationId, amount, Money.Zero(invoice.Currency), app.Today, type.Id, reference, null, null,
            [new InvoiceShare(invoice.Id, amount)]);
        Assert.IsType<RegisterPaymentResult.Registered>(await app.Get<PaymentService>().RegisterAsync(command, default));
        return command.PaymentId;
    }
}
