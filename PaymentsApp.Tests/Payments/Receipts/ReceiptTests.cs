using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Receipts;

public sealed class ReceiptTests
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    [Theory, BothDatabases]
    public async Task A_receipt_says_what_arrived_and_where_it_went(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var client = await app.OrganizationAsync(name: "Harbor Coffee");
        var invoices = new[] { await app.InvoiceAsync(client, 60, number: "INV-7"), await app.InvoiceAsync(client, 30, number: "INV-8") };
        var paymentId = await app.PaymentAsync(finance, client, 1_100, [(invoices[0], 60), (invoices[1], 30)], reference: "CHK 4711");

        var receipt = await app.Get<ReceiptService>().CreateAsync(paymentId, American, default);

        var text = await PdfReader.TextOfAsync(receipt!.Bytes);
        Assert.Matches(@"^receipt \S+\.pdf$", receipt.Name);
        foreach (var words in (string[])["1,100.00 USD received", "Harbor Coffee", "CHK 4711", "INV-7", "60.00 USD", "INV-8", "30.00 USD", "90.00 USD"])
        {
            Assert.Contains(words, text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }

        Assert.Contains("1,010.00 USD is on no invoice", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("settles nothing", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_of_an_agency_has_a_sum_for_each_client()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var agency = await app.OrganizationAsync(name: "Meridian Media");
        var clients = new[] { await app.OrganizationAsync(name: "Harbor Books", payer: agency), await app.OrganizationAsync(name: "Kite Ltd", payer: agency) };
        var paymentId = await app.PaymentAsync(
            finance, agency, 100, [(await app.InvoiceAsync(clients[0], 20), 20), (await app.InvoiceAsync(clients[0], 15), 15), (await app.InvoiceAsync(clients[1], 65), 65)]);

        var text = (await PdfReader.TextOfAsync((await app.Get<ReceiptService>().CreateAsync(paymentId, American, default))!.Bytes)).Replace('\u00A0', ' ');

        foreach (var words in (string[])["Harbor Books", "35.00 USD", "Kite Ltd", "65.00 USD", "Applied in all: 100.00 USD"])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_receipt_of_a_reversed_payment_says_that_it_settles_nothing()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var client = await app.OrganizationAsync();
        var paymentId = await app.PaymentAsync(finance, client, 60, [(await app.InvoiceAsync(client, 60, number: "INV-7"), 60)]);
        await app.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), paymentId, app.Today, "Typed twice"), default);

        var text = await PdfReader.TextOfAsync((await app.Get<ReceiptService>().CreateAsync(paymentId, American, default))!.Bytes);

        Assert.Contains("This payment was reversed on", text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed twice", text, StringComparison.Ordinal);
    }
}
