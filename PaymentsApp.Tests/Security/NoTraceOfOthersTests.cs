using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Collection;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Home;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Invoicing.Lists;
using PaymentsApp.Organizations;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Details;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>
/// What colleagues do with their clients changes nothing that a sales rep can read: no row, count, sum, suggestion,
/// page or refusal. Whatever is read is compared as a whole, so no field is forgotten.
/// </summary>
public sealed class NoTraceOfOthersTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Texts = ["", "K", "KIT", "C", "INV", "INV-1", "REF", "REF-1", "P-1", "Ltd", "2"];

    // Keys point anywhere, also at things of others: a browser can send what it likes.
    private static readonly PageKey?[] Keys =
        [null, new(false, "2026-01-01", "1"), new(true, "2026-12-31", "99"), new(false, "500", "1"), new(true, "500", "3"), new(true, "Z", "99")];

    [Theory, BothDatabases]
    public async Task A_rep_reads_the_same_whatever_happens_to_the_clients_of_others(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var (finance, rep, other) = (await app.FinanceAsync(), await app.RepAsync("Rep A"), await app.RepAsync("Rep B"));
        var agency = await app.OrganizationAsync(other, "Kite Agency Ltd");
        var client = await app.OrganizationAsync(rep, "Kitchen Ltd", payer: agency);
        var invoice = await app.InvoiceAsync(client, 10, app.Today.AddDays(-3), "INV-1");
        var foreign = await app.InvoiceAsync(agency, 10, app.Today.AddDays(-3), "INV-2");
        await app.PaymentAsync(finance, client, 7, [(invoice, 4)], reference: "REF-1");
        var foreignPayment = await app.PaymentAsync(finance, agency, 7, [(foreign, 4)], reference: "REF-2");
        Task<string> ReadAsync() => EverythingAsync(app, app.For(rep), [client.Id, agency.Id, 999], [invoice.Id, foreign.Id, 999], foreignPayment);
        var before = await ReadAsync();

        await app.PaymentAsync(finance, agency, 900, [(foreign, 6)], reference: "REF-17");
        foreach (var owner in new[] { other, null })
        {
            var another = await app.OrganizationAsync(owner, "Kitesurf Ltd");
            var paid = await app.InvoiceAsync(another, 1234, app.Today.AddDays(-90));
            await app.InvoiceAsync(another, 5678, app.Today.AddDays(5), currency: "EUR");
            await app.PaymentAsync(finance, another, 1234, [(paid, 1000)], reference: "REF-18");
        }

        Assert.Equal(before, await ReadAsync());
        Assert.Contains("Kitchen", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Kite", before, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-2", before, StringComparison.Ordinal);
    }

    private static async Task<string> EverythingAsync(
        TestDatabase app, IServiceProvider services, int[] organizations, int[] invoices, Guid foreignPayment)
    {
        var all = new StringBuilder();
        void Add(object? answer) => all.AppendLine(JsonSerializer.Serialize(answer));

        await ListsAsync(services, Add);
        Add(await Get<HomeQueries>(services).FinanceAsync(None));
        Add(await Get<HomeQueries>(services).ClientsAsync(None));
        Add(await Get<PaymentWindowQueries>(services).LatestAllocationsAsync(invoices, None));
        Add(await Get<PaymentDetailQueries>(services).FindAsync(foreignPayment, None));
        foreach (var id in organizations)
        {
            var details = Get<OrganizationDetailQueries>(services);
            Add(await details.FindAsync(id, None));
            Add(await details.OverviewAsync(id, None));
            Add(await details.InvoicesAsync(new OrganizationInvoiceList(id, IsOpenOnly: false), None));
            Add(await details.ContactsAsync(id, None));
            Add(await Get<PaymentQueries>(services).PageAsync(new PaymentSelection(id), None));
            Add(await Get<PaymentWindowQueries>(services).AccountAsync(id, invoices[1], null, None));
            Add(await Get<PaymentWindowQueries>(services).OpenInvoicesAsync(id, "USD", None));
        }

        foreach (var id in invoices)
        {
            Add(await Get<InvoiceQueries>(services).FindAsync(id, None));
            Add(await RefusalAsync(app, services, organizations[0], id, Guid.CreateVersion7()));
            Add(await RefusalAsync(app, services, organizations[1], id, Guid.CreateVersion7()));
            Add(await RefusalAsync(app, services, organizations[0], id, foreignPayment));
        }

        return all.ToString();
    }

    private static async Task ListsAsync(IServiceProvider services, Action<object?> add)
    {
        foreach (var text in Texts)
        {
            add(await Get<GlobalSearchQueries>(services).SearchAsync(text, None));
            add(await Get<PayerQueries>(services).FindPayersAsync(text, None));
            add(await Get<PayerQueries>(services).WhoPaidAsync(text, new DateOnly(2026, 3, 2), CultureInfo.InvariantCulture, None));
            foreach (var filter in Enum.GetValues<OpenInvoiceFilter>())
            {
                add(await Get<OpenInvoiceQueries>(services).TotalsAsync(new OpenInvoiceList(Filter: filter, Search: text), None));
            }

            foreach (var filter in Enum.GetValues<InvoiceFilter>())
            {
                add(await Get<InvoiceListQueries>(services).OutstandingAsync(new InvoiceList(Filter: filter, Search: text), None));
            }
        }

        foreach (var (text, key) in Texts.Take(2).SelectMany(_ => Keys, (text, key) => (text, key)))
        {
            foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
            {
                add(await Get<OpenInvoiceQueries>(services).PageAsync(new OpenInvoiceList(sort, Search: text, Key: key), None));
            }

            foreach (var sort in Enum.GetValues<InvoiceSort>())
            {
                add(await Get<InvoiceListQueries>(services).PageAsync(new InvoiceList(sort, Search: text, Key: key), None));
            }

            foreach (var sort in Enum.GetValues<OrganizationSort>())
            {
                add(await Get<OrganizationQueries>(services).PageAsync(new OrganizationList(sort, Search: text, Key: key), None));
            }

            foreach (var sort in Enum.GetValues<PaymentSort>())
            {
                add(await Get<PaymentQueries>(services).PageAsync(new PaymentSelection(Sort: sort, Search: text, Key: key), None));
            }
        }
    }

    // More than anything has open, so it is always refused; what it says about the invoice is what counts.
    private static async Task<string> RefusalAsync(TestDatabase app, IServiceProvider services, int payerId, int invoiceId, Guid paymentId)
    {
        var amount = new Money(9_999_900, "USD");
        var typeId = await app.ReadAsync(db => db.PaymentTypes.Select(type => type.Id).FirstAsync());
        var answer = await Get<PaymentService>(services).RegisterAsync(
            new RegisterPayment(paymentId, payerId, amount, new Money(0, "USD"), app.Today, typeId, null, null, null, [new InvoiceShare(invoiceId, amount)]),
            None);
        var refused = Assert.IsType<RegisterPaymentResult.Refused>(answer);
        return string.Join(' ', refused.Problems.Select(problem => PaymentProblemText.Of(problem, app.Clock, CultureInfo.InvariantCulture)));
    }

    private static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
