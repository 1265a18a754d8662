using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Disputes;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Disputes;

public sealed class DisputeListTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Rep_sees_the_question_as_it_comes_answers_it_and_closes_it()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        var invoice = await App.InvoiceAsync(client, number: "INV-1");
        Show<DisputeList>(Rep);
        Assert.DoesNotContain("Disputes", Words, StringComparison.Ordinal);

        await ShortPayAsync(client, invoice);
        Eventually(() => Assert.Contains("Disputes 1 INV-1 Harbor Books Open 60.00 USD Wrong size Fiona Finance", Words, StringComparison.Ordinal));
        Assert.Contains("Half a page only", Words, StringComparison.Ordinal);

        Screen.Find("input[aria-label='Answer to the dispute on INV-1']").Input("They are right");
        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains("They are right Rita Rep", Words, StringComparison.Ordinal));

        Screen.Find("select").Change("Conceded");
        Button("Close dispute on INV-1").Click();
        Eventually(() => Assert.DoesNotContain("Disputes", Words, StringComparison.Ordinal));

        Show<DisputeList>(Rep, (nameof(DisputeList.InvoiceId), invoice.Id));
        Eventually(() => Assert.Contains("Closed by Rita Rep", Words, StringComparison.Ordinal));
        Assert.Contains(": The client is right", Words, StringComparison.Ordinal);
        Assert.False(HasButton("Send"));
    }

    [Fact, UseCulture("en-US")]
    public async Task Nothing_said_is_said_so()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        await ShortPayAsync(client, await App.InvoiceAsync(client, number: "INV-1"));
        Show<DisputeList>(Rep);
        Eventually(() => Assert.True(HasButton("Send")));

        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Write a message first.", Words, StringComparison.Ordinal));
    }

    private async Task ShortPayAsync(Organization client, Invoice invoice)
    {
        var command = LedgerStory.Pay(App, client, 40, shares: (invoice, 40)) with
        {
            ShortPays = [new ShortPay(Guid.CreateVersion7(), invoice.Id, PaymentDesk.Dollars(60), "WrongSize", "Half a page only")],
        };
        Assert.IsType<RegisterPaymentResult.Registered>(await App.For(Finance).GetRequiredService<PaymentService>().RegisterAsync(command, default));
    }
}
