using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Organizations;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Organizations;

public sealed class OrganizationQueriesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Every_sort_pages_there_and_back_over_every_organization_once(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await AddAsync(app, owner: null, count: 120);
        await PagesAsync(app, count: 120);
    }

    [Theory, BothDatabases]
    public async Task A_rep_pages_over_own_clients_only(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        await AddAsync(app, rep, count: 60);
        await AddAsync(app, owner: null, count: 20);
        var rows = await PagesAsync(app, count: 60);
        Assert.All(rows, row => Assert.Equal("Rita Rep", row.Owner));
    }

    [Theory, BothDatabases]
    public async Task A_row_sums_what_is_open_and_overdue_in_each_currency(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync(name: "Harbor Coffee");
        var late = await app.InvoiceAsync(organization, total: 100, due: app.Today.AddDays(-1));
        await app.InvoiceAsync(organization, total: 50, due: app.Today);
        await app.InvoiceAsync(organization, total: 7000, currency: "JPY", due: app.Today.AddDays(-40));
        await app.PaymentAsync(finance, organization, 30, [(late, 30)]);

        var row = Assert.Single((await app.Get<OrganizationQueries>().PageAsync(new OrganizationList(), Cancel)).Rows);

        Assert.Equal([new Money(7000, "JPY"), new Money(12000, "USD")], row.Outstanding);
        Assert.Equal([new Money(7000, "JPY"), new Money(7000, "USD")], row.Overdue);
        Assert.Equal(3, row.OpenCount);
    }

    [Theory, BothDatabases]
    public async Task Search_finds_by_name_and_customer_number_in_every_order(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        var cafe = await app.OrganizationAsync(rep, "Café Zürich");
        await app.OrganizationAsync(rep, "Harbor Coffee");
        await app.OrganizationAsync(name: "Cafe of others");
        var queries = app.Get<OrganizationQueries>();

        foreach (var sort in Enum.GetValues<OrganizationSort>())
        {
            foreach (var text in new[] { "cafe", "ZURI", cafe.CustomerNumber.ToLowerInvariant() })
            {
                Assert.Equal([cafe.Id], (await queries.PageAsync(new OrganizationList(sort, Search: text), Cancel)).Rows.Select(row => row.Id));
            }
        }
    }

    [Fact]
    public async Task Without_the_right_there_is_no_list()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<OrganizationQueries>().PageAsync(new OrganizationList(), Cancel));
    }

    private static async Task<List<OrganizationRow>> PagesAsync(TestDatabase app, int count)
    {
        var queries = app.Get<OrganizationQueries>();
        List<OrganizationRow> rows = [];
        foreach (var sort in Enum.GetValues<OrganizationSort>())
        {
            foreach (var isDescending in new[] { false, true })
            {
                rows = await Walk.ThereAndBackAsync(key => queries.PageAsync(new OrganizationList(sort, isDescending, Key: key), Cancel));

                Assert.Equal(count, rows.DistinctBy(row => row.Id).Count());
                var sorted = sort switch
                {
                    OrganizationSort.Name => rows.OrderBy(row => SearchText.Normalize(row.Name), StringComparer.Ordinal).ThenBy(row => row.Id),
                    OrganizationSort.CustomerNumber => rows.OrderBy(row => row.CustomerNumber, StringComparer.Ordinal),
                    _ => rows.OrderBy(row => MinorIn("USD", row) ?? MinorIn("EUR", row) ?? MinorIn("JPY", row) ?? 0).ThenBy(row => row.Id),
                };
                var expected = isDescending ? sorted.Reverse() : sorted;
                if (sort == OrganizationSort.Outstanding)
                {
                    // Figures of one currency only stand next to each other: the company's, the others by code, and nothing at last.
                    expected = expected.OrderBy(row =>
                        MinorIn("USD", row) is not null ? 1 : MinorIn("EUR", row) is not null ? 2 : MinorIn("JPY", row) is not null ? 3 : 4);
                }

                Assert.Equal(expected.Select(row => row.Id), rows.Select(row => row.Id));
            }
        }

        return rows;

        static long? MinorIn(string currency, OrganizationRow row) =>
            row.Outstanding.Where(amount => amount.Currency == currency).Select(amount => (long?)amount.Minor).SingleOrDefault();
    }

    // Every third owes nothing, names and balances repeat, some owe in two or three currencies, some not in the company's.
    private static async Task AddAsync(TestDatabase app, TestUser? owner, int count)
    {
        var added = await app.WriteAsync(db =>
        {
            List<Organization> organizations = [];
            for (var i = 0; i < count; i++)
            {
                var organization = new Organization($"{(owner is null ? "F" : "R")}-{i * 37 % count:D4}", $"Élan {i % 11}", "USD");
                organization.AssignOwner(owner?.Id);
                organizations.Add(organization);
            }

            db.Organizations.AddRange(organizations);
            return Task.FromResult(organizations);
        });
        await app.WriteAsync(db =>
        {
            foreach (var (i, organization) in added.Index().Where(o => o.Index % 3 > 0))
            {
                if (i % 7 is not (1 or 2))
                {
                    db.Invoices.Add(new Invoice(organization.Id, $"I{organization.Id}", "USD", app.Today, app.Today, 100 + (i % 5)));
                }

                if (i % 5 == 2)
                {
                    db.Invoices.Add(new Invoice(organization.Id, $"E{organization.Id}", "EUR", app.Today, app.Today, 97 + (i % 3)));
                }

                if (i % 4 == 0 || i % 7 == 1)
                {
                    db.Invoices.Add(new Invoice(organization.Id, $"J{organization.Id}", "JPY", app.Today, app.Today, 98 + (i % 7)));
                }
            }

            return Task.FromResult(true);
        });
    }
}
