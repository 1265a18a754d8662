using Bunit;
using PaymentsApp.Collection;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection;

public sealed class RegisterPaymentsTabTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Open_invoices_of_all_clients_show_with_days_overdue_and_sums()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Coffee"), total: 1200, due: App.Today.AddDays(-12), number: "INV-1");
        await App.InvoiceAsync(await App.OrganizationAsync(Rep, "Summit Motors"), total: 300, number: "INV-2");

        Show<RegisterPaymentsTab>(Finance);

        Eventually(() => Assert.Equal(2, Rows("Open invoices").Count));
        var late = Rows("Open invoices")[0];
        Assert.StartsWith("INV-1 Harbor Coffee", late, StringComparison.Ordinal);
        Assert.Contains("12 days 1,200.00 USD 1,200.00 USD Overdue", late, StringComparison.Ordinal);
        Eventually(() => Assert.Contains("Outstanding 1,500.00 USD Overdue 1,200.00 USD", Words, StringComparison.Ordinal));
    }

    [Fact, UseCulture("en-US")]
    public async Task New_registers_for_the_selected_invoice()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Coffee"), total: 1200, number: "INV-1");
        Show<RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Single(Rows("Open invoices")));

        Row("Open invoices", "INV-1").SelectRow();
        Button("New").Click();

        Eventually(() => Assert.Equal("Harbor Coffee", Box("Payer").GetAttribute("value")));
        Assert.Equal("1,200.00", Box("Amount").GetAttribute("value"));
    }

    [Fact]
    public async Task Enter_on_a_row_opens_the_window_for_it()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Coffee"), number: "INV-1");
        Show<RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Single(Rows("Open invoices")));

        Row("Open invoices", "INV-1").OpenRow();

        Eventually(() => Assert.Equal("Harbor Coffee", Box("Payer").GetAttribute("value")));
    }

    [Fact]
    public async Task Without_a_selected_row_the_key_opens_a_window_without_payer()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(), number: "INV-1");
        Show<RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Single(Rows("Open invoices")));

        _ = PressAsync("N");

        Eventually(() => Assert.Equal("", Box("Payer").GetAttribute("value") ?? ""));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_payment_of_a_colleague_shows_at_once()
    {
        var organization = await App.OrganizationAsync();
        var invoice = await App.InvoiceAsync(organization, total: 100, number: "INV-1");
        var other = await App.InvoiceAsync(organization, total: 50, number: "INV-2");
        Show<RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Equal(2, Rows("Open invoices").Count));

        await App.PaymentAsync(Finance, organization, 80, [(invoice, 30), (other, 50)]);

        Eventually(() => Assert.Contains("70.00 USD", Assert.Single(Rows("Open invoices")), StringComparison.Ordinal));
        Assert.Contains("changed", Row("Open invoices", "INV-1").ClassName, StringComparison.Ordinal);
        Eventually(() => Assert.Contains("Outstanding 70.00 USD", Words, StringComparison.Ordinal));
        await LeaveAsync();
    }

    [Fact]
    public void With_no_invoices_it_says_where_they_come_from()
    {
        Show<RegisterPaymentsTab>(Finance);

        Eventually(() => Assert.Contains("No open invoices Import invoices or add one.", Words, StringComparison.Ordinal));
        Assert.NotNull(Screen.Find("a[href='finance/invoices/import']"));
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_can_be_taken_back()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(), number: "INV-1", due: App.Today.AddDays(40));
        Show<RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Single(Rows("Open invoices")));

        Button("Overdue").Click();
        Eventually(() => Assert.Contains("Nothing is overdue", Words, StringComparison.Ordinal));
        Button("Show all open invoices").Click();
        Eventually(() => Assert.Single(Rows("Open invoices")));
    }
}
