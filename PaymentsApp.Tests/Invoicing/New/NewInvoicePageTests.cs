using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components;
using PaymentsApp.Components.Shortcuts;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Invoicing.New;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.New;

public sealed class NewInvoicePageTests : ComponentTest, IAsyncLifetime
{
    private TestDatabase _app = default!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestDatabase.CreateAsync();
        await _app.FinanceAsync();
        Services.AddSingleton(_app.Get<InvoiceService>());
        Services.AddSingleton(_app.Get<InvoiceQueries>());
        Services.AddSingleton(_app.Get<PaymentWindowQueries>());
        Services.AddSingleton(_app.Get<PayerQueries>());
        Services.AddSingleton(new Toasts());
        Services.AddSingleton(_app.Get<ShortcutRegistry>());
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _app.DisposeAsync();
    }

    [Fact]
    [UseCulture("en-US")]
    public async Task An_invoice_is_typed_and_saved()
    {
        var organization = await _app.OrganizationAsync(name: "Acme Ltd");
        var page = Render<NewInvoicePage>();
        page.WaitForElement("#organization").Input("acme");
        page.WaitForElement("[role=option]").MouseDown();
        page.WaitForAssertion(() => Assert.Contains(organization.CustomerNumber, page.Markup));

        page.Find("#number").Change("N-77");
        page.Find("input[id^=description]").Change("Full page");
        page.Find("input[id^=issue-]").Change("March 2026");
        var amount = page.Find("input[id^=amount]");
        amount.Input("1,250.50");
        amount.Blur();
        page.WaitForAssertion(() => Assert.Contains("1,250.50", page.Find("strong").TextContent));
        page.FindAll("button").Single(button => button.TextContent.Trim().StartsWith("Save", StringComparison.Ordinal)).Click();

        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.Matches("/finance/invoices/[0-9]+$", navigation.Uri));
        var invoice = await _app.ReadAsync(db => db.Invoices.Include(row => row.Rows).SingleAsync());
        Assert.Equal(("N-77", new Money(125050, "USD"), "March 2026"), (invoice.Number, invoice.Total, invoice.Rows[0].Issue));
    }

    [Fact]
    public void An_empty_form_is_refused_with_everything_that_is_missing()
    {
        var page = Render<NewInvoicePage>();
        page.WaitForElement("#organization");

        page.FindAll("button").Single(button => button.TextContent.Trim().StartsWith("Save", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Contains("Choose an organization.", page.Find("[role=alert]").TextContent));
        Assert.Contains("Row 1 needs a description.", page.Find("[role=alert]").TextContent);
    }
}
