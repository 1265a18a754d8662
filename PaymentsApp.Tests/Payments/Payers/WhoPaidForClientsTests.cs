using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Payers;

/// <summary>What is found at a client proposes the agency that pays for it.</summary>
public sealed class WhoPaidForClientsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory, BothDatabases]
    public async Task Invoice_number_name_and_amount_of_a_client_propose_its_payer(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var agency = await app.OrganizationAsync(name: "Meridian Media");
        var client = await app.OrganizationAsync(name: "Harbor Books", payer: agency);
        var invoice = await app.InvoiceAsync(client, 142.50m, number: "INV-77");
        await app.InvoiceAsync(client, 33);

        var byNumber = await WhoPaidAsync(app, "INV-77");
        var byName = await WhoPaidAsync(app, "harbor");
        var byAmount = await WhoPaidAsync(app, "142.50");

        Assert.Equal([agency.Id, client.Id], byNumber.Select(payer => payer.OrganizationId));
        Assert.Equal(("Harbor Books", invoice.Id), (byNumber[0].PaysFor, byNumber[0].InvoiceId));
        Assert.Equal([client.Id, agency.Id], byName.Select(payer => payer.OrganizationId));
        var only = Assert.Single(byAmount);
        Assert.Equal((agency.Id, "Harbor Books", new PayerReason.OneInvoice(new Money(14_250, "USD"), 1)), (only.OrganizationId, only.PaysFor, only.Reason));
    }

    [Theory, BothDatabases]
    public async Task Invoices_of_several_clients_add_up_to_the_check_of_their_agency(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var agency = await app.OrganizationAsync(name: "Meridian Media");
        await app.InvoiceAsync(agency, 12);
        foreach (var total in new[] { 120.40m, 310.10m, 55.55m })
        {
            await app.InvoiceAsync(await app.OrganizationAsync(payer: agency), total);
        }

        var found = Assert.Single(await WhoPaidAsync(app, "430.50"));

        Assert.Equal((agency.Id, new PayerReason.AddUp(new Money(43_050, "USD"), 2, ProposalKind.InFull, 1)), (found.OrganizationId, found.Reason));
        Assert.Equal(agency.Id, Assert.Single(await WhoPaidAsync(app, "430.50 meridian")).OrganizationId);
    }

    [Theory, BothDatabases]
    public async Task A_rep_is_not_told_of_an_agency_that_is_not_an_own_client(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        var agency = await app.OrganizationAsync(name: "Meridian Media");
        var client = await app.OrganizationAsync(rep, "Harbor Books", payer: agency);
        await app.InvoiceAsync(client, 142.50m, number: "INV-77");
        await app.InvoiceAsync(await app.OrganizationAsync(name: "Stranger", payer: agency), 100);

        foreach (var text in new[] { "INV-77", "harbor", "142.50" })
        {
            Assert.Equal([client.Id], (await WhoPaidAsync(app, text)).Select(payer => payer.OrganizationId));
        }

        Assert.Empty(await WhoPaidAsync(app, "242.50"));
    }

    private static Task<IReadOnlyList<PayerChoice>> WhoPaidAsync(TestDatabase app, string text) =>
        app.Get<PayerQueries>().WhoPaidAsync(text, app.Today, English, default);
}
