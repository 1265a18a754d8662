using Bunit;
using PaymentsApp.Organizations;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Organizations;

public sealed class OrganizationPageTests : ScreenTest
{
    [Fact]
    public async Task A_rep_registers_a_payment_from_the_clients_payments()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, number: "INV-7");
        Show<OrganizationPage>(Rep, (nameof(OrganizationPage.Id), client.Id), (nameof(OrganizationPage.Tab), "payments"));
        Eventually(() => Assert.Contains("No payments yet", Words, StringComparison.Ordinal));

        Button("New").Click();

        Eventually(() => Assert.Equal("Harbor Coffee", Box("Payer").GetAttribute("value")));
        var tick = Screen.Find($"input[type=checkbox][aria-label='Apply to invoice {invoice.Number}']");
        Assert.False(tick.HasAttribute("checked"));
    }

    [Theory]
    [InlineData("overview")]
    [InlineData("invoices")]
    [InlineData("payments")]
    [InlineData("contacts")]
    public async Task A_foreign_client_looks_like_one_that_does_not_exist(string tab)
    {
        var foreign = await App.OrganizationAsync(name: "Foreign Foods");
        await App.InvoiceAsync(foreign, number: "SECRET-1");

        Show<OrganizationPage>(Rep, (nameof(OrganizationPage.Id), foreign.Id), (nameof(OrganizationPage.Tab), tab));
        Eventually(() => Assert.Contains("Nothing here", Words, StringComparison.Ordinal));
        var seen = Words;

        Show<OrganizationPage>(Rep, (nameof(OrganizationPage.Id), 999_999), (nameof(OrganizationPage.Tab), tab));
        Eventually(() => Assert.Contains("Nothing here", Words, StringComparison.Ordinal));
        Assert.Equal(Words, seen);
        Assert.DoesNotContain("Foreign", seen, StringComparison.Ordinal);
    }

    [Fact, UseCulture("en-US")]
    public async Task Figures_above_the_tabs_follow_a_payment()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, total: 100, due: App.Today.AddDays(-1));
        Show<OrganizationPage>(Rep, (nameof(OrganizationPage.Id), client.Id));
        Eventually(() => Assert.Contains("Outstanding 100.00 USD Overdue 100.00 USD Unapplied credit None", Words, StringComparison.Ordinal));

        await App.PaymentAsync(Finance, client, 70, [(invoice, 60)]);

        Eventually(() => Assert.Contains("Outstanding 40.00 USD Overdue 40.00 USD Unapplied credit 10.00 USD", Words, StringComparison.Ordinal));
        await LeaveAsync();
    }
}
