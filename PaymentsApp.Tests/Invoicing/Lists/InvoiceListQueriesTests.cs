using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Lists;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Lists;

public sealed class InvoiceListQueriesTests
{
    [Theory, BothDatabases]
    public async Task Every_sort_order_pages_through_all_rows_once_and_back(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        for (var i = 0; i < 120; i++)
        {
            await app.InvoiceAsync(organization, total: 10 + (i % 7), due: app.Today.AddDays(i % 11));
        }

        var queries = app.Get<InvoiceListQueries>();
        foreach (var sort in Enum.GetValues<InvoiceSort>())
        {
            foreach (var isDescending in new[] { false, true })
            {
                var list = new InvoiceList(sort, isDescending);
                var first = await queries.PageAsync(list, default);
                var second = await queries.PageAsync(list with { Key = PageKey.Parse(first.NextKey) }, default);
                var third = await queries.PageAsync(list with { Key = PageKey.Parse(second.NextKey) }, default);
                var back = await queries.PageAsync(list with { Key = PageKey.Parse(third.PreviousKey) }, default);

                Assert.Equal((50, 50, 20), (first.Rows.Count, second.Rows.Count, third.Rows.Count));
                Assert.Null(third.NextKey);
                Assert.Equal(120, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).Distinct().Count());
                Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Filters_search_and_sums_agree(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var acme = await app.OrganizationAsync(name: "Acmé Müller");
        var other = await app.OrganizationAsync(name: "Other", currency: "JPY");
        await app.InvoiceAsync(acme, total: 100, due: app.Today.AddDays(-40), number: "A-1");
        await app.InvoiceAsync(acme, total: 50, due: app.Today.AddDays(5), number: "A-2");
        await app.InvoiceAsync(other, total: 700, due: app.Today.AddDays(-1), number: "B-1");
        var queries = app.Get<InvoiceListQueries>();

        async Task<(string Numbers, string Sums)> LookAsync(InvoiceFilter filter, string search = "")
        {
            var list = new InvoiceList(InvoiceSort.Number, IsDescending: false, filter, search);
            var page = await queries.PageAsync(list, default);
            var sums = await queries.OutstandingAsync(list, default);
            return (string.Join(' ', page.Rows.Select(row => row.Number)), string.Join(' ', Assert.IsType<MoneyPerCurrency>(sums)));
        }

        Assert.Equal(("A-1 A-2 B-1", "700 JPY 150.00 USD"), await LookAsync(InvoiceFilter.All));
        Assert.Equal(("A-1 A-2 B-1", "700 JPY 150.00 USD"), await LookAsync(InvoiceFilter.Open));
        Assert.Equal(("A-1 B-1", "700 JPY 100.00 USD"), await LookAsync(InvoiceFilter.Overdue));
        Assert.Equal(("", ""), await LookAsync(InvoiceFilter.Paid));
        Assert.Equal(("A-1 A-2", "150.00 USD"), await LookAsync(InvoiceFilter.All, "acme mul"));
        Assert.Equal(("A-1", "100.00 USD"), await LookAsync(InvoiceFilter.Overdue, "ACME"));
        Assert.Equal(("B-1", "700 JPY"), await LookAsync(InvoiceFilter.All, "b 1"));
        Assert.Equal(("A-1 A-2", "150.00 USD"), await LookAsync(InvoiceFilter.All, acme.CustomerNumber));
        Assert.Equal(("", ""), await LookAsync(InvoiceFilter.All, "nothing"));
    }

    [Fact]
    public async Task A_rep_sees_own_clients_only()
    {
        await using var app = await TestDatabase.CreateAsync();
        var rep = await app.RepAsync();
        await app.InvoiceAsync(await app.OrganizationAsync(rep), number: "OWN-1");
        await app.InvoiceAsync(await app.OrganizationAsync(), number: "OWN-2");
        var queries = app.Get<InvoiceListQueries>();

        foreach (var search in new[] { "", "OWN" })
        {
            var list = new InvoiceList(Search: search);
            Assert.Equal(["OWN-1"], (await queries.PageAsync(list, default)).Rows.Select(row => row.Number));
            Assert.Equal([new Money(10000, "USD")], Assert.IsType<MoneyPerCurrency>(await queries.OutstandingAsync(list, default)));
        }
    }
}
