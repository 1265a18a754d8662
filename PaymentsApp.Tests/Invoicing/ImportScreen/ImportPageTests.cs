using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Invoicing.ImportScreen;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.ImportScreen;

public sealed class ImportPageTests : ComponentTest, IAsyncLifetime
{
    private TestDatabase _app = default!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestDatabase.CreateAsync();
        await _app.FinanceAsync();
        Services.AddSingleton(_app.Get<InvoiceImport>());
        Services.AddSingleton(_app.Get<ImportFiles>());
        Services.AddSingleton(_app.Get<InvoiceQueries>());
        Services.AddSingleton(_app.Get<CompanyClock>());
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_seen_checked_and_imported()
    {
        var page = Upload("Invoice number,Customer,Amount,Settled on\n1,C1,10.00,2026-01-02\n2,C1,0.00,\n3,C2,20.00,\n");
        page.WaitForElement("#findings");

        Assert.Contains("UTF-8, separated by comma, 4 columns, 3 lines", page.Markup);
        Assert.Equal("0", Select(page, "Invoice number").GetAttribute("value"));
        Assert.Contains("The total is zero.", Section(page, "preview"));
        Assert.Contains("1 × Zero or doubtful total", Section(page, "findings"));
        Assert.Equal(0, await _app.ReadAsync(db => db.Invoices.CountAsync()));

        Button(page, "Import 2 invoices").Click();
        page.WaitForElement("#result");

        Assert.Contains("imported, but for some lines", Section(page, "result"));
        Assert.Equal(2, await _app.ReadAsync(db => db.Invoices.CountAsync()));
        Assert.Equal(1, await _app.ReadAsync(db => db.Payments.CountAsync()));
        Assert.NotNull(Button(page, "Rejected lines"));
        Assert.Equal(2, Uploads().Length);

        Button(page, "Import another file").Click();
        page.WaitForAssertion(() => Assert.Empty(Uploads()));
    }

    [Fact]
    [UseCulture("en-US")]
    public void Open_questions_hold_the_import_until_they_are_answered()
    {
        var page = Upload("Reference;Customer;Amount;Date\nA-1;C1;1,234;1/2/2026\n");
        page.WaitForElement("#columns");

        Assert.Contains("Is “Reference” the invoice number?", page.Markup);
        Assert.True(Button(page, "Import").HasAttribute("disabled"));

        Button(page, "Yes, this column").Click();
        page.Find("select[aria-label='Order of the dates in Issue date']").Change("DayMonthYear");
        page.Find("select[aria-label='Decimal mark']").Change(",");
        page.WaitForElement("#findings");

        Assert.Contains("more than 2 decimals", Section(page, "findings"));
        page.Find("select[aria-label='Decimal mark']").Change(".");
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Import 1 invoice")));
        Assert.Contains("2/1/2026", Section(page, "preview"));
    }

    [Fact]
    public void Rounding_is_offered_where_amounts_have_too_many_decimals()
    {
        var page = Upload("Invoice number,Customer,Amount,Currency\n1,C1,24168654.34,JPY\n");
        page.WaitForElement("#findings");
        Assert.True(Button(page, "Nothing to import").HasAttribute("disabled"));

        page.Find("input[type=checkbox]").Change(true);

        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Import 1 invoice")));
        Assert.Contains("24,168,654", Section(page, "preview"));
    }

    [Fact]
    public void A_column_taken_by_hand_is_checked_at_once()
    {
        var page = Upload("Invoice number,Other number,Customer,Amount\n1,X-1,C1,10.00\n2,X-2,C1,10.00\n");
        page.WaitForElement("#findings");

        Select(page, "Invoice number").Change("1");

        page.WaitForAssertion(() => Assert.Contains("X-1", Section(page, "preview")));
    }

    [Fact]
    public void Another_kind_of_file_is_refused_with_a_sentence_and_leaves_nothing_behind()
    {
        var page = Upload("%PDF-1.7 and so on", "invoice.pdf");

        page.WaitForAssertion(() => Assert.Contains("invoice.pdf: This is a PDF, not a CSV file.", page.Find("[role=alert]").TextContent));
        page.Find("input[type=file]");
    }

    [Fact]
    public void Windows_1252_is_offered_for_bytes_that_are_not_utf8()
    {
        byte[] bytes = [.. "Invoice number,Customer name,Amount\n1,M"u8, 0xFC, .. "ller,10.00\n"u8];
        var page = Render<ImportPage>();
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, "latin.csv"));
        page.WaitForAssertion(() => Assert.Contains("not UTF-8", page.Find("[role=alert]").TextContent));

        Button(page, "Read it as Windows-1252").Click();

        page.WaitForAssertion(() => Assert.Contains("Müller", Section(page, "preview")));
    }

    private IRenderedComponent<ImportPage> Upload(string text, string name = "invoices.csv")
    {
        var page = Render<ImportPage>();
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, name));
        return page;
    }

    private string[] Uploads() => Directory.GetFiles(Path.Combine(_app.DataFolder, "uploads"));

    private static IElement Button(IRenderedComponent<ImportPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static IElement Select(IRenderedComponent<ImportPage> page, string label) =>
        page.Find("#" + page.FindAll("label").Single(found => found.TextContent.StartsWith(label, StringComparison.Ordinal)).GetAttribute("for"));

    private static string Section(IRenderedComponent<ImportPage> page, string heading) =>
        page.Find($"section[aria-labelledby={heading}]").TextContent;
}
