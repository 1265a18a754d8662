using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Collection;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection;

public sealed class OpenInvoiceQueriesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Every_sort_pages_there_and_back_over_every_invoice_once(DatabaseProvider provider)
    {
        await using var app = await WithInvoicesAsync(provider);
        var queries = app.Get<OpenInvoiceQueries>();
        var all = await app.ReadAsync(db => db.Invoices.Select(invoice => invoice.Id).Order().ToListAsync());

        foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
        {
            foreach (var isDescending in new[] { false, true })
            {
                var list = new OpenInvoiceList(sort, isDescending);
                var rows = await Walk.ThereAndBackAsync(key => queries.PageAsync(list with { Key = key }, Cancel));

                Assert.Equal(all, rows.Select(row => row.Id).Order());
                Assert.Equal(InOrder(rows, sort, isDescending), rows.Select(row => row.Id));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Filters_leave_what_they_say_in_every_order(DatabaseProvider provider)
    {
        await using var app = await WithInvoicesAsync(provider);
        var queries = app.Get<OpenInvoiceQueries>();
        var today = app.Today;
        var all = await Walk.ThereAndBackAsync(key => queries.PageAsync(new OpenInvoiceList(Key: key), Cancel));

        foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
        {
            await HasAsync(new OpenInvoiceList(sort, Filter: OpenInvoiceFilter.Overdue), row => row.DueOn < today);
            await HasAsync(new OpenInvoiceList(sort, Filter: OpenInvoiceFilter.DueSoon), row => row.DueOn >= today && row.DueOn <= today.AddDays(14));
            await HasAsync(new OpenInvoiceList(sort, Currency: "JPY"), row => row.Total.Currency == "JPY");
            await HasAsync(
                new OpenInvoiceList(sort, Filter: OpenInvoiceFilter.Overdue, Currency: "USD"),
                row => row.DueOn < today && row.Total.Currency == "USD");
        }

        async Task HasAsync(OpenInvoiceList list, Func<OpenInvoiceRow, bool> isWanted)
        {
            var rows = await Walk.ThereAndBackAsync(key => queries.PageAsync(list with { Key = key }, Cancel));
            Assert.NotEmpty(rows);
            Assert.Equal(all.Where(isWanted).Select(row => row.Id).Order(), rows.Select(row => row.Id).Order());

            var totals = await queries.TotalsAsync(list, Cancel);
            Assert.Equal(new MoneyPerCurrency(rows.Select(row => row.Outstanding)), totals.Outstanding);
            Assert.Equal(new MoneyPerCurrency(rows.Where(row => row.DaysOverdue > 0).Select(row => row.Outstanding)), totals.Overdue);
            Assert.Equal(rows.Count, totals.Count!.Value.Value);
        }
    }

    [Theory, BothDatabases]
    public async Task Search_finds_by_number_name_and_customer_number(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var harbor = await app.OrganizationAsync(name: "Harbor Coffee");
        var cafe = await app.OrganizationAsync(name: "Café Zürich");
        var first = await app.InvoiceAsync(harbor, total: 100, number: "AD-2026-001");
        var second = await app.InvoiceAsync(cafe, total: 200, number: "AD-2026-002");
        var queries = app.Get<OpenInvoiceQueries>();

        foreach (var (text, ids) in new (string, int[])[]
        {
            ("ad 2026-001", [first.Id]), ("AD2026", [first.Id, second.Id]), ("cafe zur", [second.Id]),
            (harbor.CustomerNumber.ToLowerInvariant(), [first.Id]), ("100%", []), ("_", []),
        })
        {
            var list = new OpenInvoiceList(OpenInvoiceSort.Number, Search: text);
            Assert.Equal(ids, (await queries.PageAsync(list, Cancel)).Rows.Select(row => row.Id));
        }

        var totals = await queries.TotalsAsync(new OpenInvoiceList(Search: "cafe"), Cancel);
        Assert.Equal([new Money(20000, "USD")], totals.Outstanding!);
    }

    [Theory, BothDatabases]
    public async Task A_search_that_very_many_match_still_pages(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await AddAsync(app, organizations: 3, invoices: Keyset.FewBesideIndexMax + 200);
        var queries = app.Get<OpenInvoiceQueries>();

        foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
        {
            var list = new OpenInvoiceList(sort, Search: "X");
            var first = await queries.PageAsync(list, Cancel);
            var second = await queries.PageAsync(list with { Key = PageKey.Parse(first.NextKey) }, Cancel);
            Assert.Equal(Paging.Size * 2, first.Rows.Concat(second.Rows).DistinctBy(row => row.Id).Count());
        }

        Assert.Null((await queries.TotalsAsync(new OpenInvoiceList(Search: "X"), Cancel)).Outstanding);
    }

    [Theory, BothDatabases]
    public async Task Paid_invoices_are_gone_and_part_paid_ones_show_the_rest(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var paid = await app.InvoiceAsync(organization, total: 100);
        var part = await app.InvoiceAsync(organization, total: 100, due: app.Today.AddDays(-3));
        await app.PaymentAsync(finance, organization, 140, [(paid, 100), (part, 40)]);

        var row = Assert.Single((await app.Get<OpenInvoiceQueries>().PageAsync(new OpenInvoiceList(), Cancel)).Rows);

        Assert.Equal((part.Id, 6000L, 3, InvoiceStatus.PartPaid), (row.Id, row.Outstanding.Minor, row.DaysOverdue, row.Status));
    }

    [Theory, BothDatabases]
    public async Task Part_paid_invoices_are_found_and_added_up_in_every_order(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var first = await app.InvoiceAsync(organization, total: 100);
        var second = await app.InvoiceAsync(organization, total: 100);
        await app.InvoiceAsync(organization, total: 100);
        await app.PaymentAsync(finance, organization, 70, [(first, 40), (second, 30)]);
        var queries = app.Get<OpenInvoiceQueries>();

        foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
        {
            var list = new OpenInvoiceList(sort, Filter: OpenInvoiceFilter.PartPaid);
            var rows = (await queries.PageAsync(list, Cancel)).Rows;
            var totals = await queries.TotalsAsync(list, Cancel);

            Assert.Equal([first.Id, second.Id], rows.Select(row => row.Id).Order());
            Assert.Equal([new Money(13000, "USD")], totals.Outstanding!);
            Assert.Equal((2, "USD"), (totals.Count!.Value.Value, Assert.Single(totals.Currencies)));
        }
    }

    [Theory, BothDatabases]
    public async Task A_rep_gets_nothing_of_foreign_clients_in_rows_sums_and_pages(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        var own = await app.InvoiceAsync(await app.OrganizationAsync(rep), total: 10);
        var foreign = await app.InvoiceAsync(await app.OrganizationAsync(name: "Foreign"), total: 70);
        var queries = app.Get<OpenInvoiceQueries>();

        var page = await queries.PageAsync(new OpenInvoiceList(), Cancel);
        var totals = await queries.TotalsAsync(new OpenInvoiceList(), Cancel);
        var searched = await queries.PageAsync(new OpenInvoiceList(Search: foreign.Number), Cancel);
        var key = new PageKey(IsBackwards: false, "x", foreign.Id.ToString(CultureInfo.InvariantCulture));
        var behind = await queries.PageAsync(new OpenInvoiceList(OpenInvoiceSort.Organization, Key: key), Cancel);

        Assert.Equal([own.Id], page.Rows.Select(row => row.Id));
        Assert.Equal([new Money(1000, "USD")], totals.Outstanding!);
        Assert.Empty(totals.Currencies);
        Assert.Empty(searched.Rows);
        Assert.Equal([own.Id], behind.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Without_the_right_there_is_no_list()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<OpenInvoiceQueries>().PageAsync(new OpenInvoiceList(), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<OpenInvoiceQueries>().TotalsAsync(new OpenInvoiceList(), Cancel));
    }

    [Fact]
    public async Task A_place_that_is_no_place_is_the_first_page()
    {
        await using var app = await WithInvoicesAsync(DatabaseProvider.Sqlite);
        var queries = app.Get<OpenInvoiceQueries>();

        foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
        {
            var list = new OpenInvoiceList(sort);
            var odd = await queries.PageAsync(list with { Key = new PageKey(IsBackwards: false, "'; --", "nonsense") }, Cancel);
            Assert.Equal((await queries.PageAsync(list, Cancel)).Rows, odd.Rows);
        }
    }

    private static IEnumerable<int> InOrder(List<OpenInvoiceRow> rows, OpenInvoiceSort sort, bool isDescending)
    {
        var sorted = sort switch
        {
            OpenInvoiceSort.Due => rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id),
            OpenInvoiceSort.Issued => rows.OrderBy(row => row.IssuedOn).ThenBy(row => row.Id),
            OpenInvoiceSort.Number => rows.OrderBy(row => SearchText.Key(row.Number), StringComparer.Ordinal),
            OpenInvoiceSort.Total => rows.OrderBy(row => row.Total.Minor).ThenBy(row => row.Id),
            OpenInvoiceSort.Outstanding => rows.OrderBy(row => row.Outstanding.Minor).ThenBy(row => row.Id),
            _ => rows.OrderBy(row => SearchText.Normalize(row.Organization), StringComparer.Ordinal).ThenBy(row => row.OrganizationId)
                .ThenBy(row => row.DueOn).ThenBy(row => row.Id),
        };
        var ids = sorted.Select(row => row.Id);
        return isDescending ? ids.Reverse() : ids;
    }

    private static async Task<TestDatabase> WithInvoicesAsync(DatabaseProvider provider)
    {
        var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await AddAsync(app, organizations: 7, invoices: 170);
        return app;
    }

    // Many invoices share a due date, a total or an organization, and two organizations share a name: ties everywhere.
    private static async Task AddAsync(TestDatabase app, int organizations, int invoices)
    {
        List<Organization> owners = [];
        for (var i = 0; i < organizations; i++)
        {
            owners.Add(await app.OrganizationAsync(name: $"Élan {(char)('g' - (i / 2))}", currency: i % 3 == 2 ? "JPY" : "USD"));
        }

        await app.WriteAsync(db =>
        {
            for (var i = 0; i < invoices; i++)
            {
                var owner = owners[i * 5 % owners.Count];
                var due = app.Today.AddDays((i * 7 % 60) - 30);
                db.Invoices.Add(new Invoice(owner.Id, $"X-{i * 37 % invoices:D4}-{i}", owner.Currency, due.AddDays(-(i % 3 * 10)), due, 1000 + (i % 6)));
            }

            return Task.FromResult(true);
        });
    }
}
