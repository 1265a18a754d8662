using Bunit;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Details;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Details;

public sealed class PaymentDetailsTests : ScreenTest
{
    private Organization _client = default!;
    private Guid _payment;

    [Fact, UseCulture("en-US")]
    public async Task Finance_unapplies_with_a_reason()
    {
        await ShowPaymentAsync(Finance);
        Button("Unapply from INV-1").Click();
        Eventually(() => Assert.Contains("is taken off invoice INV-1", Words, StringComparison.Ordinal));

        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains("Nothing was changed", Words, StringComparison.Ordinal));
        Box("Reason").Input("Wrong invoice");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Unapplied 60.00 USD from INV-1 Unapplied before: 40.00 USD → 100.00 USD “Wrong invoice” Fiona Finance", Words, StringComparison.Ordinal));
        Assert.Contains("Applied 0.00 USD Unapplied credit 100.00 USD", Words, StringComparison.Ordinal);
    }

    [Fact, UseCulture("en-US")]
    public async Task Credit_is_applied_with_the_smaller_of_credit_and_outstanding_proposed()
    {
        await ShowPaymentAsync(Finance);
        var small = await App.InvoiceAsync(_client, total: 15, due: App.Today.AddDays(-5), number: "INV-2");
        await App.InvoiceAsync(_client, total: 500, number: "INV-3");
        Button("Apply credit").Click();
        Eventually(() => Assert.Equal("15.00", Box("Amount").GetAttribute("value")));

        var large = Screen.FindAll("#credit-invoice option").Single(option => option.TextContent.StartsWith("INV-3", StringComparison.Ordinal));
        Box("Invoice").Change(large.GetAttribute("value")!);
        Eventually(() => Assert.Equal("40.00", Box("Amount").GetAttribute("value")));
        Box("Invoice").Change($"{small.Id}");
        Eventually(() => Assert.Equal("15.00", Box("Amount").GetAttribute("value")));
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Applied 75.00 USD Unapplied credit 25.00 USD", Words, StringComparison.Ordinal));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_reversed_payment_says_why_and_offers_nothing_more()
    {
        await ShowPaymentAsync(Finance);
        Button("Reverse payment").Click();
        Eventually(() => Assert.Contains("The invoices it was applied to are open again.", Words, StringComparison.Ordinal));
        Box("Reason").Input("Check bounced");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("by Fiona Finance: Check bounced", Words, StringComparison.Ordinal));
        Assert.False(HasButton("Reverse payment"));
        Assert.False(HasButton("Unapply"));
        Assert.False(HasButton("Apply credit"));
    }

    [Fact]
    public async Task A_rep_reads_and_corrects_nothing()
    {
        await ShowPaymentAsync(Rep);

        Assert.Contains("Harbor Coffee", Words, StringComparison.Ordinal);
        Assert.True(HasButton("Register another"));
        Assert.False(HasButton("Reverse payment"));
        Assert.False(HasButton("Unapply"));
        Assert.False(HasButton("Apply credit"));
        Assert.All(Screen.FindAll("a[href^='finance/']"), link => // an invoice of an own client, and nothing else of Finance
            Assert.StartsWith("finance/invoices/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_foreign_payment_looks_like_one_that_does_not_exist()
    {
        var foreign = await App.PaymentAsync(Finance, await App.OrganizationAsync(name: "Foreign Foods"), 10);
        Show<PaymentDetails>(Rep, (nameof(PaymentDetails.Id), foreign));
        Eventually(() => Assert.Contains("Nothing here", Words, StringComparison.Ordinal));
        var seen = Words;

        Show<PaymentDetails>(Rep, (nameof(PaymentDetails.Id), Guid.CreateVersion7()));
        Eventually(() => Assert.Contains("Nothing here", Words, StringComparison.Ordinal));
        Assert.Equal(Words, seen);
    }

    [Fact, UseCulture("en-US")]
    public async Task What_a_colleague_corrects_shows_at_once()
    {
        await ShowPaymentAsync(Rep);

        await App.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), _payment, App.Today, "Bounced"), default);

        Eventually(() => Assert.Contains("by Fiona Finance: Bounced", Words, StringComparison.Ordinal));
        await LeaveAsync();
    }

    private async Task ShowPaymentAsync(TestUser person)
    {
        _client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(_client, total: 60, number: "INV-1");
        _payment = await App.PaymentAsync(Finance, _client, 100, [(invoice, 60)], reference: "CHK 1");
        Show<PaymentDetails>(person, (nameof(PaymentDetails.Id), _payment));
        Eventually(() => Assert.Contains("CHK 1", Words, StringComparison.Ordinal));
    }
}
