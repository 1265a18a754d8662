using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Statements;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Statements;

/// <summary>Statements as the customer gets them, read back by another program.</summary>
public sealed class StatementPdfTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    [Fact]
    public async Task Open_items_say_what_is_late_what_is_unapplied_and_how_to_pay()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (finance, client) = await CompanyAsync(app);
        await app.InvoiceAsync(client, 1_200, due: app.Today.AddDays(-40), number: "INV-1");
        var second = await app.InvoiceAsync(client, 80, due: app.Today.AddDays(10), number: "INV-2");
        await app.PaymentAsync(finance, client, 60, [(second, 30)], reference: "CHK 4711");

        var file = (await app.Get<StatementDocuments>().CreateAsync(new StatementAsked(client.Id, StatementForm.OpenItem, app.Today, app.Today), German, None))!;

        var text = await TextAsync(file.Bytes);
        Assert.Equal($"statement {client.CustomerNumber} {app.Today:yyyy-MM-dd}.pdf", file.Name);
        foreach (var words in (string[])
            [
                "12 Pier Road", "Harbor Coffee", client.CustomerNumber, "As of", DocumentText.Of(app.Today), "1,220.00 USD to pay", "1,200.00 USD of the open invoices is past due.",
                "Invoice INV-1", "40", "Payment P-000001", "4711", "−30.00", "1,250.00", "IBAN US-TEST", "Checks to the address above.", "Page 1 of 1",
            ])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Matches(@"Balance\s+1,220\.00", text);
        Assert.Matches(@"50\.00\s+0\.00\s+1,200\.00\s+0\.00\s+0\.00\s+1,250\.00", text); // not due, 1 to 30, 31 to 60, ..., total
        Assert.DoesNotContain("IBAN EU-TEST", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_runs_from_one_balance_to_the_other()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (finance, client) = await CompanyAsync(app);
        var invoice = await app.InvoiceAsync(client, 100, due: app.Today.AddDays(30), number: "INV-1");
        app.Time.Advance(TimeSpan.FromDays(10));
        await app.PaymentAsync(finance, client, 70, [(invoice, 70)], reference: "CHK 1");
        await app.InvoiceAsync(client, 25, due: app.Today.AddDays(30), number: "INV-2");

        var text = await TextAsync((await app.Get<StatementDocuments>().CreateAsync(
            new StatementAsked(client.Id, StatementForm.Activity, app.Today, app.Today.AddDays(-5)), German, None))!.Bytes);

        Assert.Matches(@"Opening balance\s+100\.00", text);
        Assert.Matches(@"Invoice INV-2, due [^\n]+\s25\.00\s+125\.00", text);
        Assert.Matches(@"Payment P-000001, CHK 1\s+70\.00\s+55\.00", text);
        Assert.Matches(@"Closing balance\s+25\.00\s+70\.00\s+55\.00", text);
    }

    [Fact]
    public async Task A_long_one_goes_on_over_pages_with_its_titles_its_head_and_their_numbers()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (_, client) = await CompanyAsync(app);
        foreach (var number in Enumerable.Range(1, 90))
        {
            await app.InvoiceAsync(client, number, due: app.Today.AddDays(-number), number: $"LONG-{number:D3}");
        }

        var pages = await PdfReader.PagesOfAsync((await app.Get<StatementDocuments>().CreateAsync(
            new StatementAsked(client.Id, StatementForm.OpenItem, app.Today, app.Today), German, None))!.Bytes);

        Assert.True(pages.Count >= 3, $"{pages.Count} pages");
        Assert.All(pages, (page, index) => Assert.Contains($"Page {index + 1} of {pages.Count}", page, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), page => Assert.Contains("Harbor Magazines · Harbor Coffee", page, StringComparison.Ordinal));
        Assert.All(pages.Where(page => page.Contains("LONG-", StringComparison.Ordinal)), page => Assert.Contains("Days late", page, StringComparison.Ordinal));
        var all = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 90), number => Assert.Equal(2, all.Split($"LONG-{number:D3}").Length));
    }

    [Theory]
    [InlineData(PaperSize.A4, "595.28 841.89")]
    [InlineData(PaperSize.Letter, "612 792")]
    public async Task It_is_on_the_company_s_paper_and_each_currency_has_its_own_figures(PaperSize paper, string box)
    {
        await using var app = await TestDatabase.CreateAsync();
        var (_, client) = await CompanyAsync(app, paper);
        await app.InvoiceAsync(client, 100, number: "INV-1");
        await app.InvoiceAsync(client, 5_000, number: "INV-2", currency: "JPY");

        var bytes = (await app.Get<StatementDocuments>().CreateAsync(new StatementAsked(client.Id, StatementForm.OpenItem, app.Today, app.Today), German, None))!.Bytes;

        Assert.Contains($"/MediaBox [0 0 {box}]", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        var text = await TextAsync(bytes);
        Assert.Contains("100.00 USD to pay", text, StringComparison.Ordinal);
        Assert.Contains("5,000 JPY to pay", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_holds_many_each_with_page_numbers_of_its_own_and_nobody_else_s()
    {
        await using var app = await TestDatabase.CreateAsync();
        await CompanyAsync(app);
        var rep = await app.RepAsync();
        var own = new[] { await app.OrganizationAsync(rep, "Own One"), await app.OrganizationAsync(rep, "Own Two") };
        var foreign = await app.OrganizationAsync(name: "Foreign");
        foreach (var client in own.Append(foreign))
        {
            await app.InvoiceAsync(client, 10);
        }

        using var file = new MemoryStream();
        List<int> progress = [];
        var count = await app.For(rep).GetRequiredService<StatementDocuments>().WriteManyAsync(
            [own[1].Id, foreign.Id, own[0].Id, 999_999], new StatementAsked(0, StatementForm.OpenItem, app.Today, app.Today), file, progress.Add, German, None);

        Assert.Equal(2, count);
        Assert.Equal([1, 2, 3, 4], progress);
        var pages = await PdfReader.PagesOfAsync(file.ToArray());
        Assert.Equal(2, pages.Count);
        Assert.Contains("Own Two", pages[0], StringComparison.Ordinal);
        Assert.Contains("Own One", pages[1], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Contains("Page 1 of 1", page, StringComparison.Ordinal));
        Assert.DoesNotContain("Foreign", string.Concat(pages), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(byte[] pdf) => (await PdfReader.TextOfAsync(pdf)).Replace('\u00A0', ' ');

    private static async Task<(TestUser Finance, Organization Client)> CompanyAsync(TestDatabase app, PaperSize? paper = null)
    {
        var finance = await app.FinanceAsync();
        var admin = app.For(await app.AdminAsync());
        Assert.Null(await admin.GetRequiredService<SettingsService>().SaveCompanyAsync(
            await admin.GetRequiredService<SettingsService>().CompanyAsync(None) with { CompanyName = "Harbor Magazines" }, None));
        Assert.Null(await admin.GetRequiredService<CompanyDetailsService>().SaveAsync(
            new CompanyDetailsForm("12 Pier Road\nPortland", "", "", "", "", "Checks to the address above.", paper), None));
        var accounts = admin.GetRequiredService<BankAccountService>();
        Assert.Null(await accounts.SaveAsync(new BankAccountForm(null, "Dollar", "1", "USD", true) { HowToPay = "IBAN US-TEST" }, None));
        Assert.Null(await accounts.SaveAsync(new BankAccountForm(null, "Euro", "1", "EUR", true) { HowToPay = "IBAN EU-TEST" }, None));
        return (finance, await app.OrganizationAsync(name: "Harbor Coffee"));
    }
}
