using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

public sealed class AdjustDialogTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Invoice_is_written_off_on_its_page_and_opened_again()
    {
        var invoice = await App.InvoiceAsync(await App.OrganizationAsync(Rep, "Harbor Books"), total: 30, number: "INV-1");
        Show<InvoicePage>(Finance, (nameof(InvoicePage.Id), invoice.Id));
        Eventually(() => Assert.True(HasButton("Adjust")));
        Button("Adjust").Click();
        Eventually(() => Assert.Equal("30.00", Box("Amount").GetAttribute("value")));
        Box("Reason").Change("Uncollectible");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Write-off (Cannot be collected)", Words, StringComparison.Ordinal));
        Assert.Equal(0, await OutstandingAsync(invoice));
        Eventually(() => Assert.True(HasButton("Take back")));
        Button("Take back").Click();
        Eventually(() => Assert.Contains("is open again", Words, StringComparison.Ordinal));
        Box("Reason").Input("Paid after all");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("by Fiona Finance: Paid after all", Words, StringComparison.Ordinal));
        Assert.Equal(30_00, await OutstandingAsync(invoice));
    }

    [Fact, UseCulture("en-US")]
    public async Task Rep_sees_the_discount_of_the_invoice_but_cannot_adjust()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        var invoice = await App.WriteAsync(db =>
        {
            var made = new Invoice(client.Id, "INV-1", "USD", App.Today, App.Today.AddDays(30), 100_00);
            made.AddRow(new InvoiceRow(1, "Half page", null, null, 100_00));
            made.OfferDiscount(200, App.Today.AddDays(10));
            db.Invoices.Add(made);
            return Task.FromResult(made);
        });
        Show<InvoicePage>(Rep, (nameof(InvoicePage.Id), invoice.Id));

        Eventually(() => Assert.Contains("Early payment 2% until", Words, StringComparison.Ordinal));
        Assert.False(HasButton("Adjust"));
    }

    private Task<long> OutstandingAsync(Invoice invoice) => App.ReadAsync(db => db.Invoices.Where(i => i.Id == invoice.Id).Select(i => i.OutstandingMinor).SingleAsync());
}
