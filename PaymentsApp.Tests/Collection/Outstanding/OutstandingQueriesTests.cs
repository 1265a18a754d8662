using PaymentsApp.Collection.Outstanding;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection.Outstanding;

public sealed class OutstandingQueriesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task A_row_has_the_aging_the_oldest_day_the_last_payment_and_the_credit(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var harbor = await app.OrganizationAsync(rep, "Harbor Coffee");
        var late = await app.InvoiceAsync(harbor, total: 100, due: app.Today.AddDays(-40));
        await app.InvoiceAsync(harbor, total: 10, due: app.Today.AddDays(-91));
        await app.InvoiceAsync(harbor, total: 60, due: app.Today);
        await app.InvoiceAsync(harbor, total: 7000, due: app.Today.AddDays(-1), currency: "JPY");
        await app.PaymentAsync(finance, harbor, amount: 50, applied: [(late, 30)], receivedOn: app.Today.AddDays(-3));
        await app.OrganizationAsync(name: "Owes nothing");

        var row = Assert.Single((await app.Get<OutstandingQueries>().PageAsync(new OutstandingList(), Cancel)).Rows);

        Assert.Equal(("Harbor Coffee", "Rita Rep", 91, app.Today.AddDays(-91)), (row.Name, row.Owner, row.DaysOverdue, row.OldestDueOn));
        Assert.Equal([new Money(7000, "JPY"), new Money(140_00, "USD")], row.Outstanding);
        Assert.Equal([new Money(7000, "JPY"), new Money(80_00, "USD")], row.Overdue);
        Assert.Equal([new Money(60_00, "USD")], row.NotDue);
        Assert.Equal([new Money(7000, "JPY")], row.First);
        Assert.Equal([new Money(70_00, "USD")], row.Second);
        Assert.Empty(row.Third);
        Assert.Equal([new Money(10_00, "USD")], row.Over);
        Assert.Equal(app.Today.AddDays(-3), row.LastPaymentOn);
        Assert.Equal([new Money(20_00, "USD")], row.Unapplied);
    }

    [Theory, BothDatabases]
    public async Task Every_order_pages_there_and_back_live_and_in_the_past(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await AddAsync(app, owner: null, count: 130);
        var queries = app.Get<OutstandingQueries>();
        var past = await queries.PastAsync(new AsOf(app.Today), null, Cancel);
        foreach (var sort in Enum.GetValues<OutstandingSort>())
        {
            foreach (var isDescending in new[] { false, true })
            {
                foreach (var isOverdueOnly in new[] { false, true })
                {
                    var list = new OutstandingList(sort, isDescending, IsOverdueOnly: isOverdueOnly);
                    var rows = await Walk.ThereAndBackAsync(key => queries.PageAsync(list with { Key = key }, Cancel));
                    var all = await queries.TotalsAsync(list, Cancel);

                    Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
                    Assert.Equal(rows.SelectMany(row => row.Outstanding).GroupBy(m => m.Currency).Select(m => m.Sum(m.Key)).OrderBy(m => m.Currency, StringComparer.Ordinal), all.Outstanding);
                    Assert.Equal(rows.SelectMany(row => row.Overdue).GroupBy(m => m.Currency).Select(m => m.Sum(m.Key)).OrderBy(m => m.Currency, StringComparer.Ordinal), all.Overdue);
                    Assert.Equal(InOrder(rows, sort, isDescending).Select(row => row.Id), rows.Select(row => row.Id));

                    var earlier = await Walk.ThereAndBackAsync(async key => (await queries.PastPageAsync(past, list with { Key = key }, Cancel)).Page);
                    Assert.Equal(rows.OrderBy(row => row.Id), earlier.OrderBy(row => row.Id));
                    Assert.Equal(InOrder(earlier, sort, isDescending).Select(Key), earlier.Select(Key));
                }
            }
        }

        static object Key(OutstandingRow row) => (row.Outstanding.Count, row.Id);
    }

    [Theory, BothDatabases]
    public async Task Filters_by_text_and_owner_are_followed_by_totals_and_ticks(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var rep = await app.RepAsync();
        var mine = await app.OrganizationAsync(rep, "Harbor Coffee");
        var other = await app.OrganizationAsync(name: "Harbor Hotel");
        await app.InvoiceAsync(mine, total: 10);
        await app.InvoiceAsync(other, total: 20);
        await app.InvoiceAsync(await app.OrganizationAsync(rep, "Summit"), total: 40);
        var queries = app.Get<OutstandingQueries>();
        var byText = new OutstandingList(Search: "harbor");
        var byOwner = new OutstandingList(OwnerId: rep.Id);

        Assert.Equal([other.Id, mine.Id], (await queries.PageAsync(byText, Cancel)).Rows.Select(row => row.Id));
        Assert.Equal([new Money(30_00, "USD")], (await queries.TotalsAsync(byText, Cancel)).Outstanding);
        Assert.Equal([new Money(50_00, "USD")], (await queries.TotalsAsync(byOwner, Cancel)).Outstanding);
        Assert.Equal(["Rita Rep"], (await queries.OwnersAsync(Cancel)).Select(owner => owner.Name));
        Assert.Equal([other.Id], await queries.IdsAsync(new OutstandingSelection(byText, IsAll: true, [mine.Id]), Cancel));
        Assert.Equal([mine.Id], await queries.IdsAsync(new OutstandingSelection(byText, IsAll: false, [mine.Id]), Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_rep_has_own_clients_only_now_and_in_the_past(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        await AddAsync(app, rep, count: 5);
        await AddAsync(app, owner: null, count: 5);
        var queries = app.Get<OutstandingQueries>();

        var rows = (await queries.PageAsync(new OutstandingList(), Cancel)).Rows;
        var (page, totals) = await queries.PastPageAsync(await queries.PastAsync(new AsOf(app.Today), null, Cancel), new OutstandingList(), Cancel);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("Rita Rep", row.Owner));
        Assert.Equal(rows.Select(row => row.Id), page.Rows.Select(row => row.Id));
        Assert.Equal(totals.Outstanding, (await queries.TotalsAsync(new OutstandingList(), Cancel)).Outstanding);
    }

    // Stretch by stretch: the first currency that there is something in, the company's before the others; nothing at last.
    private static IEnumerable<OutstandingRow> InOrder(IEnumerable<OutstandingRow> rows, OutstandingSort sort, bool isDescending)
    {
        var ordered = rows.OrderBy(row => sort switch
        {
            OutstandingSort.Outstanding => Stretch(row.Outstanding).Rank,
            OutstandingSort.Overdue => Stretch(row.Overdue).Rank,
            _ => 0,
        });
        Func<OutstandingRow, IComparable> value = sort switch
        {
            OutstandingSort.Outstanding => row => Stretch(row.Outstanding).Minor,
            OutstandingSort.Overdue => row => Stretch(row.Overdue).Minor,
            OutstandingSort.Oldest => row => row.OldestDueOn,
            _ => row => SearchText.Normalize(row.Name),
        };
        return isDescending ? ordered.ThenByDescending(value).ThenByDescending(row => row.Id) : ordered.ThenBy(value).ThenBy(row => row.Id);

        static (int Rank, long Minor) Stretch(MoneyPerCurrency amounts) => amounts.OrderBy(a => a.Currency != "USD").ThenBy(a => a.Currency, StringComparer.Ordinal)
            .Select(a => (a.Currency == "USD" ? 0 : a.Currency == "EUR" ? 1 : 2, a.Minor)).FirstOrDefault((3, 0));
    }

    // Names and balances repeat, some owe in two currencies, some not in the company's, some nothing, some nothing that is overdue.
    private static async Task AddAsync(TestDatabase app, TestUser? owner, int count)
    {
        var added = await app.WriteAsync(db =>
        {
            var organizations = Enumerable.Range(0, count).Select(i => new Organization($"{(owner is null ? "F" : "R")}-{i * 37 % count:D4}", $"Élan {i % 11}", "USD")).ToList();
            organizations.ForEach(organization => organization.AssignOwner(owner?.Id));
            db.Organizations.AddRange(organizations);
            return Task.FromResult(organizations);
        });
        await app.WriteAsync(db =>
        {
            foreach (var (i, organization) in added.Index().Where(o => o.Index % 6 > 0))
            {
                var due = app.Today.AddDays(20 - (i % 9 * 15));
                if (i % 7 is not (1 or 2))
                {
                    Add(organization, "A", "USD", due, 100 + (i % 5));
                    Add(organization, "B", "USD", due.AddDays(20), 50 + (i % 3));
                }

                if (i % 5 == 2 || i % 7 == 1)
                {
                    Add(organization, "C", i % 2 == 0 ? "EUR" : "JPY", due, 97 + (i % 3));
                }
            }

            return Task.FromResult(true);

            void Add(Organization organization, string letter, string currency, DateOnly due, long minor) =>
                db.Invoices.Add(new Invoice(organization.Id, $"{letter}{organization.Id}", currency, app.Today.AddDays(-400), due, minor));
        });
    }
}
