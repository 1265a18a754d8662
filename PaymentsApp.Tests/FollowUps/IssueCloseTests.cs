using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Issues;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.FollowUps;

public sealed class IssueCloseTests
{
    [Theory]
    [InlineData("Harbor Monthly, March 2026", 2026, 3)]
    [InlineData("Boats & More Sept 2026", 0, 0)]
    [InlineData("Boats & More, Sep 2026", 2026, 9)]
    [InlineData("Spring special", 0, 0)]
    [InlineData("2026", 0, 0)]
    public void Month_of_an_issue_is_read_from_its_name(string name, int year, int month) =>
        Assert.Equal(year == 0 ? null : new DateOnly(year, month, 1), MagazineIssue.Parse(name)?.AppearsOn);

    [Theory, BothDatabases]
    public async Task Advertisers_of_the_next_issue_who_are_overdue_are_listed_until_they_pay(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider); // 2 March 2026
        var (finance, rep) = (await app.FinanceAsync(), await app.RepAsync());
        var (late, prompt, other) = (await app.OrganizationAsync(rep, "Late"), await app.OrganizationAsync(rep, "Prompt"), await app.OrganizationAsync(name: "Other"));
        await BookAsync(app, late, "Harbor Monthly, April 2026");
        await BookAsync(app, prompt, "Harbor Monthly, April 2026");
        await BookAsync(app, other, "Harbor Monthly, May 2026");
        var old = await app.InvoiceAsync(late, total: 70, due: app.Today.AddDays(-20)); // its row: March 2026
        await app.InvoiceAsync(other, total: 70, due: app.Today.AddDays(-20));

        var close = await NextAsync(app, finance);
        Assert.Equal(["Harbor Monthly, April 2026"], close.Issues);
        Assert.Equal((new DateOnly(2026, 4, 1), 2), (close.AppearOn, close.BookedCount));
        var client = Assert.Single(close.Clients);
        Assert.Equal(("Late", new Money(500_00, "USD"), 20, "Rita Rep"), (client.Organization, client.Booked, client.DaysLate, client.Owner));
        Assert.Empty((await NextAsync(app, await app.RepAsync("Other Rep"))).Clients);

        await app.PaymentAsync(finance, late, 70, [(old, 70)]);
        Assert.Empty((await NextAsync(app, finance)).Clients);
    }

    private static Task<IssueClose> NextAsync(TestDatabase app, TestUser person) => app.For(person).GetRequiredService<IssueCloseQueries>().NextAsync(default);

    private static Task<Invoice> BookAsync(TestDatabase app, Organization organization, string issue) => app.WriteAsync(db =>
    {
        var invoice = new Invoice(organization.Id, $"B-{organization.Id}", "USD", app.Today, app.Today.AddDays(30), 500_00);
        invoice.AddRow(new InvoiceRow(1, "Full page", issue, "Display", 500_00));
        db.Invoices.Add(invoice);
        return Task.FromResult(invoice);
    });
}
