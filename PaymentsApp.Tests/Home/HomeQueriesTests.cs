using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Home;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Home;

public sealed class HomeQueriesTests
{
    [Theory, BothDatabases]
    public async Task Finance_sees_what_came_in_what_is_open_and_what_is_late(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var harbor = await app.OrganizationAsync(name: "Harbor Coffee");
        var tokyo = await app.OrganizationAsync(name: "Tokyo Travel", currency: "JPY");
        var late = await app.InvoiceAsync(harbor, total: 100, due: app.Today.AddDays(-40));
        await app.InvoiceAsync(harbor, total: 60, due: app.Today);
        await app.InvoiceAsync(harbor, total: 30, due: app.Today.AddDays(-1));
        await app.InvoiceAsync(tokyo, total: 5_000, due: app.Today.AddDays(-100));
        await app.PaymentAsync(finance, harbor, amount: 50, applied: [(late, 30)]);
        await app.PaymentAsync(finance, harbor, amount: 7, receivedOn: app.Today.AddDays(-7));

        var figures = await app.Get<HomeQueries>().FinanceAsync(CancellationToken.None);

        Assert.NotNull(figures);
        Assert.Equal([new Money(50_00, "USD")], figures.ReceivedToday);
        Assert.Equal([new Money(50_00, "USD")], figures.ReceivedLately);
        Assert.Equal([new Money(160_00, "USD"), new Money(5_000, "JPY")], figures.Outstanding);
        Assert.Equal([new Money(100_00, "USD"), new Money(5_000, "JPY")], figures.Overdue);
        Assert.Equal(3, figures.OverdueCount);
        Assert.Equal([new Money(27_00, "USD")], figures.Unapplied);
        Assert.Equal([60_00, 30_00, 70_00, 0, 0], figures.Aging.Single(aging => aging.Currency == "USD").PartsMinor);
        Assert.Equal([0, 0, 0, 0, 5_000], figures.Aging.Single(aging => aging.Currency == "JPY").PartsMinor);
        Assert.Equal([2, 1], figures.RecentPayments.Select(payment => payment.Number));
        Assert.Equal(("Harbor Coffee", "Fiona Finance", new Money(20_00, "USD")),
            (figures.RecentPayments[1].Payer, figures.RecentPayments[1].RecordedBy, figures.RecentPayments[1].Unapplied));
    }

    [Theory, BothDatabases]
    public async Task A_rep_sees_own_clients_only(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        var finance = await app.FinanceAsync();
        var mine = await app.OrganizationAsync(owner: rep, name: "Harbor Coffee");
        var foreign = await app.OrganizationAsync(name: "Other People");
        await app.InvoiceAsync(mine, total: 100, due: app.Today.AddDays(-40));
        await app.InvoiceAsync(mine, total: 20, due: app.Today.AddDays(-3));
        await app.InvoiceAsync(mine, total: 5, due: app.Today.AddDays(3));
        await app.InvoiceAsync(foreign, total: 900, due: app.Today.AddDays(-40));
        await app.PaymentAsync(finance, mine, amount: 9);
        await app.PaymentAsync(finance, mine, amount: 1, receivedOn: app.Today.AddDays(-31));
        await app.PaymentAsync(finance, foreign, amount: 800);

        var figures = await app.Get<HomeQueries>().ClientsAsync(CancellationToken.None);

        Assert.NotNull(figures);
        Assert.Equal(1, figures.ClientCount);
        Assert.Equal([new Money(125_00, "USD")], figures.Outstanding);
        Assert.Equal([new Money(120_00, "USD")], figures.Overdue);
        Assert.Equal([new Money(9_00, "USD")], figures.PaidLately);
        Assert.Equal([new OverdueClient(mine.Id, "Harbor Coffee", 2, new Money(120_00, "USD"), 40)], figures.OverdueClients);
        Assert.Equal(["Harbor Coffee"], figures.RecentPayments.Select(payment => payment.Payer));
    }

    [Theory, BothDatabases]
    public async Task A_rep_sees_what_an_agency_paid_for_own_clients_and_nothing_else_of_it(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var agency = await app.OrganizationAsync(name: "Big Agency");
        var mine = await app.OrganizationAsync(owner: rep, name: "Harbor Coffee", payer: agency);
        var foreign = await app.OrganizationAsync(name: "Other People", payer: agency);
        var (own, others) = (await app.InvoiceAsync(mine, total: 100), await app.InvoiceAsync(foreign, total: 100));
        await app.PaymentAsync(finance, agency, amount: 90, applied: [(own, 30), (others, 50)]);
        app.As(rep);

        var figures = await app.Get<HomeQueries>().ClientsAsync(CancellationToken.None);
        var found = await app.Get<GlobalSearchQueries>().SearchAsync("P-000001", CancellationToken.None);

        var line = Assert.Single(figures!.RecentPayments);
        Assert.Equal(("Harbor Coffee", Money.Whole(30, "USD"), null), (line.Payer, line.Amount, line.RecordedBy));
        Assert.Equal([Money.Whole(30, "USD")], figures.PaidLately);
        Assert.StartsWith("for Harbor Coffee · ", Assert.Single(found).Detail, StringComparison.Ordinal);
        app.As(await app.RepAsync("Nobody's rep"));
        Assert.Empty((await app.Get<HomeQueries>().ClientsAsync(CancellationToken.None))!.RecentPayments);
        Assert.Empty(await app.Get<GlobalSearchQueries>().SearchAsync("P-000001", CancellationToken.None));
    }

    [Fact]
    public async Task The_page_of_Finance_is_for_Finance()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.RepAsync();
        Assert.Null(await app.Get<HomeQueries>().FinanceAsync(CancellationToken.None));

        app.As(await app.AdminAsync());
        Assert.Null(await app.Get<HomeQueries>().FinanceAsync(CancellationToken.None));
        Assert.Null(await app.Get<HomeQueries>().ClientsAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    [InlineData(90, 3)]
    [InlineData(91, 4)]
    [InlineData(4_000, 4)]
    public void Days_overdue_fall_into_their_part(int days, int part) => Assert.Equal(part, AgingBounds.Default.PartOf(days));
}
