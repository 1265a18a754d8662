using Microsoft.EntityFrameworkCore;
using PaymentsApp.Collection.Outstanding.Rows;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection.Outstanding;

public sealed class UnpaidRowQueriesTests
{
    private const string March = "Harbor Monthly, March 2026";
    private const string April = "Harbor Monthly, April 2026";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task What_of_an_issue_is_unpaid_follows_the_rule_of_the_settings(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var client = await app.OrganizationAsync();
        var invoice = await InvoiceAsync(app, client, app.Today.AddDays(-5), ("Full page", March, "Display", 60), ("Half page", April, "Display", 30), ("Layout", null, "Design", 10));
        await InvoiceAsync(app, client, app.Today.AddDays(5), ("Cover", March, "Display", 200));
        await app.PaymentAsync(finance, client, 50, [(invoice, 50)]);
        var queries = app.Get<UnpaidRowQueries>();

        Assert.Equal(
            [(March, 210_00, 10_00, 2, 2), (April, 30_00, 30_00, 1, 1), (null, 10_00, 10_00, 1, 1)], await GroupsAsync(new UnpaidList()));
        Assert.Equal([("Display", 240_00, 40_00, 3, 2), ("Design", 10_00, 10_00, 1, 1)], await GroupsAsync(new UnpaidList(UnpaidBy.Product)));
        Assert.Equal([(March, 10_00, 10_00, 1, 1)], await GroupsAsync(new UnpaidList(Search: "FULL page")));
        Assert.Equal([(April, 30_00, 30_00, 1, 1), (March, 10_00, 10_00, 1, 1), (null, 10_00, 10_00, 1, 1)], await GroupsAsync(new UnpaidList(IsOverdueOnly: true)));
        Assert.Equal([("Full page", 10_00L), ("Cover", 200_00L)], (await queries.RowsAsync(new UnpaidList(), March, Cancel)).Select(row => (row.Description, row.Open.Minor)));
        Assert.Equal(["Layout"], (await queries.RowsAsync(new UnpaidList(), null, Cancel)).Select(row => row.Description));

        await app.WriteAsync(async db =>
        {
            (await db.CompanySettings.SingleAsync()).SpreadBy(RowSpread.Proportional);
            return true;
        });

        Assert.Equal([(March, 230_00, 30_00, 2, 2), (April, 15_00, 15_00, 1, 1), (null, 5_00, 5_00, 1, 1)], await GroupsAsync(new UnpaidList()));

        async Task<IEnumerable<(string?, long, long, int, int)>> GroupsAsync(UnpaidList list) => (await queries.GroupsAsync(list, Cancel)).Select(group => (
            group.Name, group.Outstanding.Single().Minor, group.Overdue.Select(amount => amount.Minor).SingleOrDefault(), group.RowCount, group.InvoiceCount));
    }

    private static Task<Invoice> InvoiceAsync(TestDatabase app, Organization client, DateOnly due, params (string Description, string? Issue, string Product, int Units)[] rows) =>
        app.WriteAsync(db =>
        {
            var invoice = new Invoice(client.Id, $"INV-{due:MMdd}", "USD", due.AddDays(-30), due, rows.Sum(row => row.Units * 100L));
            foreach (var (index, row) in rows.Index())
            {
                invoice.AddRow(new InvoiceRow(index + 1, row.Description, row.Issue, row.Product, row.Units * 100L));
            }

            db.Invoices.Add(invoice);
            return Task.FromResult(invoice);
        });
}
