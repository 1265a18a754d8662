using AngleSharp.Dom;
using Bunit;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>The window of an agency: the invoices of its clients, client by client.</summary>
[UseCulture("en-US")]
public sealed class NewPaymentDialogAgencyTests : NewPaymentDialogTest
{
    [Fact]
    public async Task One_check_of_an_agency_pays_invoices_of_several_clients()
    {
        var (agency, other) = await AgencyAsync();
        Open(NewPaymentStart.ForOrganization(agency.Id));

        Type("Amount", "350.00");

        Eventually(() => Assert.Contains("These 2 invoices add up to exactly this amount", Words, StringComparison.Ordinal));
        Assert.Equal(("100.00", "250.00"), (Share(Desk.Invoice), Share(other)));
        Assert.Equal(["Meridian Media", "Alder Yards", "Harbor Books"], Subtotals().Select(row => row.QuerySelector("th .name")!.TextContent));
        Assert.Equal(["60.00", "250.00", "100.00"], Subtotals().Select(row => Plain(row.QuerySelector("td")!.TextContent)));
        Assert.Equal(["", "250.00", "100.00"], Subtotals().Select(row => Plain(row.QuerySelectorAll("td")[1].TextContent)));
        SaveAndClose();
        var payment = await PaymentAsync();
        Assert.Equal((agency.Id, 35_000, 35_000), (payment.PayerId, payment.AmountMinor, payment.AllocatedMinor));
    }

    [Fact]
    public async Task From_a_clients_invoice_the_window_opens_for_its_agency_and_changes_to_the_client_with_one_click()
    {
        await AgencyAsync();
        OpenForInvoice();
        Assert.Equal(("Meridian Media", "100.00"), (Text("Payer"), Text("Amount")));
        Assert.Contains("Meridian Media usually pays for Harbor Books.", Words, StringComparison.Ordinal);

        Click("Harbor Books paid this itself");

        Eventually(() => Assert.Equal(("Harbor Books", "100.00"), (Text("Payer"), Text("Amount"))));
        Assert.True(Tick(Desk.Invoice).HasAttribute("checked"));
        Assert.Empty(Subtotals());
        SaveAndClose();
        Assert.Equal(Desk.Client.Id, (await PaymentAsync()).PayerId);
    }

    [Fact]
    public async Task Who_does_not_see_the_agency_registers_for_the_client()
    {
        await AgencyAsync();
        Open(NewPaymentStart.ForInvoice(Desk.Client.Id, Desk.Invoice.Id), Desk.Rep);

        Assert.Equal("Harbor Books", Text("Payer"));
        Assert.DoesNotContain("Meridian", Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_on_a_clients_invoice_shows_in_the_agencys_window()
    {
        var (agency, other) = await AgencyAsync();
        Open(NewPaymentStart.ForOrganization(agency.Id));
        Tick(other).Change(true);

        await Desk.App.PaymentAsync(Desk.Finance, await ClientOfAsync(other), 200, [(other, 200)]);

        Eventually(() => Assert.Contains("50.00 USD is open now", Words, StringComparison.Ordinal));
    }

    private IReadOnlyList<IElement> Subtotals() => [.. Screen.FindAll("tr.client")];

    private Task<Organization> ClientOfAsync(Invoice invoice) =>
        Desk.App.ReadAsync(db => Task.FromResult(db.Organizations.Single(organization => organization.Id == invoice.OrganizationId)));

    // An agency with 60.00 of its own, 250.00 of another client, and the desk's client.
    private async Task<(Organization Agency, Invoice Other)> AgencyAsync()
    {
        var agency = await Desk.App.OrganizationAsync(name: "Meridian Media");
        await Desk.App.InvoiceAsync(agency, 60);
        await Desk.App.ExecuteSqlAsync($"""UPDATE "Organizations" SET "PayerId" = {agency.Id} WHERE "Id" = {Desk.Client.Id}""");
        return (agency, await Desk.App.InvoiceAsync(await Desk.App.OrganizationAsync(name: "Alder Yards", payer: agency), 250));
    }
}
