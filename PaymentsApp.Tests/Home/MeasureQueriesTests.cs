using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Home;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Home;

public sealed class MeasureQueriesTests
{
    [Theory, BothDatabases]
    public async Task Measures_count_one_currency_and_types_count_by_day_week_and_month(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider); // Monday, 2 March 2026
        var finance = await app.FinanceAsync();
        var (harbor, tokyo) = (await app.OrganizationAsync(name: "Harbor Coffee"), await app.OrganizationAsync(name: "Tokyo Travel", currency: "JPY"));
        var late = await app.InvoiceAsync(harbor, total: 300, due: app.Today.AddDays(-40)); // issued 70 days ago
        await app.InvoiceAsync(harbor, total: 600, due: app.Today.AddDays(20)); // issued 10 days ago
        await app.InvoiceAsync(tokyo, total: 5_000, due: app.Today.AddDays(-100));
        await app.PaymentAsync(finance, harbor, amount: 50, applied: [(late, 30)]);
        await app.PaymentAsync(finance, harbor, amount: 7, receivedOn: app.Today.AddDays(-1));
        await app.PaymentAsync(finance, tokyo, amount: 9);

        var measures = await app.Get<MeasureQueries>().ReadAsync(default);

        Assert.NotNull(measures);
        Assert.Equal(("USD", 87, 71), (measures.Currency, measures.DaysOutstanding, measures.DaysCountedBack)); // 870 of 900 in 90 days
        Assert.Equal(10, measures.Effectiveness); // 30 of 30 + 270
        Assert.Equal(
            [(new Money(9, "JPY"), new Money(9, "JPY"), new Money(9, "JPY")), (new Money(50_00, "USD"), new Money(50_00, "USD"), new Money(57_00, "USD"))],
            measures.ByType.Select(type => (type.Today, type.Week, type.Month)).OrderBy(sums => sums.Today.Currency));
        Assert.Equal(90, await app.Get<MeasureQueries>().DaysOutstandingAsync(app.Today.AddDays(-1), default));
    }

    [Fact]
    public async Task Measures_are_for_Finance()
    {
        await using var app = await TestDatabase.CreateAsync();
        var rep = await app.RepAsync();
        await app.InvoiceAsync(await app.OrganizationAsync(rep));

        Assert.Null(await app.For(rep).GetRequiredService<MeasureQueries>().ReadAsync(default));
        Assert.Null(await app.For(rep).GetRequiredService<MeasureQueries>().DaysOutstandingAsync(app.Today, default));
    }
}
