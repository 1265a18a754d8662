using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing;

public sealed class InvoiceServiceTests
{
    [Theory, BothDatabases]
    public async Task A_typed_invoice_is_added_with_rows_total_and_audit(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var command = Invoice(organization.Id) with
        {
            Rows = [new NewInvoiceRow(" Full page ", "March", " ", 10_000), new NewInvoiceRow("Banner", null, "Web", 2_550)],
        };

        var added = Assert.IsType<AddInvoiceResult.Added>(await app.Get<InvoiceService>().AddAsync(command, default));

        var invoice = await app.ReadAsync(db => db.Invoices.Include(row => row.Rows).SingleAsync(row => row.Id == added.InvoiceId));
        Assert.Equal(new Money(12_550, "USD"), invoice.Outstanding);
        Assert.Equal([("Full page", "March", null), ("Banner", null, "Web")], invoice.Rows.OrderBy(row => row.LineNumber).Select(row => (row.Description, row.Issue, row.Product)));
        Assert.True(await app.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == "Invoice" && entry.Action == "Added" && entry.OrganizationId == organization.Id)));
    }

    [Theory, BothDatabases]
    public async Task Discount_terms_of_the_organization_go_onto_its_new_invoice(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        await app.WriteAsync(async db =>
        {
            (await db.Organizations.SingleAsync(found => found.Id == organization.Id)).AgreeDiscount(200, 10);
            return true;
        });

        var added = Assert.IsType<AddInvoiceResult.Added>(await app.Get<InvoiceService>().AddAsync(Invoice(organization.Id), default));

        var invoice = await app.ReadAsync(db => db.Invoices.SingleAsync(found => found.Id == added.InvoiceId));
        Assert.Equal((200, invoice.IssuedOn.AddDays(10)), (invoice.DiscountBasisPoints, invoice.DiscountUntil));
    }

    [Fact]
    public async Task A_number_that_is_there_already_is_refused_however_it_is_written()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        await app.InvoiceAsync(organization, number: "INV-0012");

        var refused = Assert.IsType<AddInvoiceResult.Refused>(
            await app.Get<InvoiceService>().AddAsync(Invoice(organization.Id) with { Number = " inv 0012 " }, default));

        Assert.Equal(["There is already an invoice with the number inv 0012."], refused.Problems);
    }

    [Fact]
    public async Task Saved_twice_at_once_there_is_one_invoice()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var service = app.Get<InvoiceService>();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => service.AddAsync(Invoice(organization.Id), default))));

        Assert.Single(results.OfType<AddInvoiceResult.Added>());
        Assert.Equal(1, await app.ReadAsync(db => db.Invoices.CountAsync()));
    }

    [Fact]
    public async Task Wrong_figures_are_refused_in_sentences()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var command = new NewInvoice(
            organization.Id, " ", "XYZ", new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1), [new NewInvoiceRow("", null, "4111 1111 1111 1111", 0)]);

        var refused = Assert.IsType<AddInvoiceResult.Refused>(await app.Get<InvoiceService>().AddAsync(command, default));

        Assert.Equal(
            [
                "Give the invoice a number.",
                "“XYZ” is not a currency.",
                "The due date is before the issue date.",
                "Row 1 needs a description.",
                "Row 1 needs an amount above zero.",
                "Row 1: product contains what looks like a card number. Card numbers are not stored here.",
            ],
            refused.Problems);
    }

    [Fact]
    public async Task Card_number_in_the_name_of_a_file_is_not_stored()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();

        var id = await app.Get<InvoiceService>().StartBatchAsync("visa 4111 1111 1111 1111.csv", default);

        await using var db = await app.Contexts.CreateDbContextAsync();
        Assert.Equal("[card number removed]", (await db.InvoiceBatches.FindAsync(id))!.Name);
        Assert.DoesNotContain(db.AuditEntries, entry => entry.Body.Contains("4111"));
    }

    [Fact]
    public async Task Only_finance_adds_invoices()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var rep = await app.RepAsync();
        var own = await app.OrganizationAsync(rep);
        foreach (var other in new[] { rep, await app.AdminAsync(), null })
        {
            app.As(other);
            Assert.IsType<AddInvoiceResult.Refused>(await app.Get<InvoiceService>().AddAsync(Invoice(own.Id), default));
            Assert.Null(await app.Get<InvoiceService>().StartBatchAsync("file", default));
            Assert.Null(await app.Get<InvoiceService>().AddManyAsync(1, [], default));
        }
    }

    private static NewInvoice Invoice(int organizationId) => new(
        organizationId, "N-1", "USD", new DateOnly(2026, 1, 2), new DateOnly(2026, 2, 2), [new NewInvoiceRow("Full page", null, null, 10_000)]);
}
