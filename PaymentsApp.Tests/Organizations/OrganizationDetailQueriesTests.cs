using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Organizations;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Organizations;

public sealed class OrganizationDetailQueriesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Header_and_overview_show_balances_aging_and_the_latest(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var agency = await app.OrganizationAsync(rep, "Agency");
        var organization = await app.OrganizationAsync(rep, "Harbor Coffee", payer: agency);
        foreach (var (days, total) in new[] { (0, 1m), (-1, 2m), (-30, 4m), (-31, 8m), (-60, 16m), (-61, 32m), (-90, 64m), (-91, 128m) })
        {
            await app.InvoiceAsync(organization, total, due: app.Today.AddDays(days));
        }

        await app.PaymentAsync(finance, organization, 5);
        var queries = app.For(rep).GetRequiredService<OrganizationDetailQueries>();

        var header = await queries.FindAsync(organization.Id, Cancel);
        var overview = await queries.OverviewAsync(organization.Id, Cancel);

        Assert.NotNull(header);
        Assert.Equal(("Harbor Coffee", "Rita Rep", "Agency", 8), (header.Name, header.Owner, header.Payer, header.OpenCount));
        Assert.Equal([new Money(25500, "USD")], header.Outstanding);
        Assert.Equal([new Money(25400, "USD")], header.Overdue);
        Assert.Equal([new Money(500, "USD")], header.Unapplied);
        var aging = Assert.Single(overview!.Aging);
        Assert.Equal([100L, 600L, 2400L, 9600L, 12800L], aging.PartsMinor);
        Assert.Equal(500, Assert.Single(overview.Payments).Amount.Minor);
        Assert.Equal([91, 90, 61, 60, 31], overview.Invoices.Select(invoice => invoice.DaysOverdue));
    }

    [Theory, BothDatabases]
    public async Task A_foreign_organization_answers_like_a_missing_one(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        var foreign = await app.OrganizationAsync(name: "Foreign");
        await app.InvoiceAsync(foreign);
        var own = await app.OrganizationAsync(rep, payer: foreign);
        await app.WriteAsync(async db =>
        {
            var tracked = await db.Organizations.FindAsync(foreign.Id);
            tracked!.AddContact(new Contact("Carla", "carla@example.com", null, null));
            db.Update(tracked);
            return true;
        });
        var queries = app.Get<OrganizationDetailQueries>();

        foreach (var id in new[] { foreign.Id, 999_999 })
        {
            Assert.Null(await queries.FindAsync(id, Cancel));
            Assert.Null(await queries.OverviewAsync(id, Cancel));
            Assert.Empty((await queries.InvoicesAsync(new OrganizationInvoiceList(id, IsOpenOnly: false), Cancel)).Rows);
            Assert.Empty(await queries.ContactsAsync(id, Cancel));
        }

        var header = await queries.FindAsync(own.Id, Cancel);
        Assert.Null(header!.Payer); // the foreign agency's name is not told either
        Assert.Null(header.PayerId);
    }

    [Theory, BothDatabases]
    public async Task Invoices_page_in_every_order_open_or_all(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        await app.WriteAsync(db =>
        {
            for (var i = 0; i < 70; i++)
            {
                var due = app.Today.AddDays((i * 3 % 20) - 10);
                db.Invoices.Add(new Invoice(organization.Id, $"INV-{i:D3}", "USD", due.AddDays(-(i % 5)), due, 100 + (i % 3)));
            }

            return Task.FromResult(true);
        });
        var paid = await app.InvoiceAsync(organization, total: 9, number: "PAID-1");
        await app.PaymentAsync(finance, organization, 9, [(paid, 9)]);
        var queries = app.Get<OrganizationDetailQueries>();

        foreach (var sort in Enum.GetValues<OrganizationInvoiceSort>())
        {
            foreach (var isOpenOnly in new[] { true, false })
            {
                var list = new OrganizationInvoiceList(organization.Id, sort, IsDescending: isOpenOnly, isOpenOnly);
                var rows = await Walk.ThereAndBackAsync(key => queries.InvoicesAsync(list with { Key = key }, Cancel));
                Assert.Equal(isOpenOnly ? 70 : 71, rows.DistinctBy(row => row.Id).Count());
            }
        }

        var found = await queries.InvoicesAsync(new OrganizationInvoiceList(organization.Id, IsOpenOnly: false, Search: "paid"), Cancel);
        Assert.Equal((paid.Id, InvoiceStatus.Paid, 0), (found.Rows[0].Id, found.Rows[0].Status, found.Rows[0].DaysOverdue));
    }

    [Fact]
    public async Task Without_the_right_there_is_nothing()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var queries = app.Get<OrganizationDetailQueries>();

        await Assert.ThrowsAsync<AccessDeniedException>(() => queries.FindAsync(1, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => queries.OverviewAsync(1, Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => queries.InvoicesAsync(new OrganizationInvoiceList(1), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => queries.ContactsAsync(1, Cancel));
    }
}
