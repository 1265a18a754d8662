using Bunit;
using PaymentsApp.Collection;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection;

public sealed class PaymentsTabTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Payments_show_the_latest_first_and_reversed_ones_say_so()
    {
        var organization = await App.OrganizationAsync(name: "Harbor Coffee");
        var invoice = await App.InvoiceAsync(organization, total: 100);
        var bounced = await App.PaymentAsync(Finance, organization, 55, receivedOn: App.Today.AddDays(-1), reference: "CHK 1");
        await App.PaymentAsync(Finance, organization, 120, [(invoice, 100)], reference: "CHK 2");
        await App.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), bounced, App.Today, "Bounced"), default);

        Show<PaymentsTab>(Finance);

        Eventually(() => Assert.Equal(2, Rows("Payments").Count));
        Assert.Contains("Harbor Coffee Check CHK 2 120.00 USD 100.00 20.00 Fiona Finance", Rows("Payments")[0], StringComparison.Ordinal);
        Assert.Contains("CHK 1 55.00 USD 0.00 Reversed", Rows("Payments")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_narrows_to_unapplied_credit_and_to_a_type()
    {
        var organization = await App.OrganizationAsync();
        var invoice = await App.InvoiceAsync(organization, total: 100);
        await App.PaymentAsync(Finance, organization, 100, [(invoice, 100)], reference: "APPLIED");
        await App.PaymentAsync(Finance, organization, 20, reference: "CREDIT");
        Show<PaymentsTab>(Finance);
        Eventually(() => Assert.Equal(2, Rows("Payments").Count));

        Button("With unapplied credit").Click();
        Eventually(() => Assert.Contains("CREDIT", Assert.Single(Rows("Payments")), StringComparison.Ordinal));

        var wire = Screen.FindAll("select[aria-label='Payment type'] option").First(option => option.TextContent == "Wire").GetAttribute("value")!;
        Screen.Find("select[aria-label='Payment type']").Change(wire);
        Eventually(() => Assert.Contains("No payments like that", Words, StringComparison.Ordinal));

        Button("Show all payments").Click();
        Eventually(() => Assert.Equal(2, Rows("Payments").Count));
    }

    [Fact]
    public async Task A_payment_of_a_colleague_shows_at_once()
    {
        var organization = await App.OrganizationAsync();
        Show<PaymentsTab>(Finance);
        Eventually(() => Assert.Contains("No payments yet", Words, StringComparison.Ordinal));

        await App.PaymentAsync(Finance, organization, 20, reference: "NEW ONE");

        Eventually(() => Assert.Contains("NEW ONE", Assert.Single(Rows("Payments")), StringComparison.Ordinal));
        await LeaveAsync();
    }
}
