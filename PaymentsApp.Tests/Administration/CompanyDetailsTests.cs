using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed class CompanyDetailsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CompanyDetailsForm Form = new(
        " 12 Pier Road\r\nPortland, ME 04101 ", "billing@example.com", "+1 207 555 0100", "EIN 12-3456789", "www.example.com", "Checks to the address above.", PaperSize.Letter);

    private static readonly System.Globalization.CultureInfo German = System.Globalization.CultureInfo.GetCultureInfo("de-DE");

    [Theory, BothDatabases]
    public async Task What_is_saved_stands_on_receipts_with_the_logo(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var service = (await AsAdminAsync(app)).Service;
        Assert.Null(await service.SaveAsync(Form, None));
        Assert.Null(await service.SaveLogoAsync("logo.png", Pictures.Png(40, 20, 2, 8, [200, 40, 10]), None));
        var finance = await app.FinanceAsync();
        app.As(finance);
        var client = await app.OrganizationAsync(name: "Harbor Coffee");
        var paymentId = await app.PaymentAsync(finance, client, 1_100, [(await app.InvoiceAsync(client, 60, number: "INV-7"), 60)]);

        var receipt = await app.Get<ReceiptService>().CreateAsync(paymentId, German, None);

        var text = await PdfReader.TextOfAsync(receipt!.Bytes);
        foreach (var words in (string[])["12 Pier Road", "Portland, ME 04101", "billing@example.com", "+1 207 555 0100", "EIN 12-3456789", "www.example.com"])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Equal(((byte)200, (byte)40, (byte)10), (await PdfReader.PixelsOfAsync(receipt.Bytes))(60, 60));
        Assert.Contains("/MediaBox [0 0 612 792]", System.Text.Encoding.Latin1.GetString(receipt.Bytes), StringComparison.Ordinal);

        // The same for every reader, whatever their own way to write.
        Assert.Contains($"on {app.Today.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}", text, StringComparison.Ordinal);
        Assert.Contains("1,100.00 USD received", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Each_change_is_in_the_audit_log_and_none_that_changes_nothing(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var (_, service) = await AsAdminAsync(app);
        var logo = Pictures.Jpeg;

        Assert.Null(await service.SaveAsync(Form, None));
        Assert.Null(await service.SaveAsync(Form, None));
        Assert.Null(await service.SaveLogoAsync("logo.jpg", logo, None));
        Assert.Null(await service.SaveLogoAsync("logo.jpg", logo, None));
        Assert.Null(await service.RemoveLogoAsync(None));
        Assert.Null(await service.RemoveLogoAsync(None));

        var entries = await app.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Seq).Select(entry => entry.Body).ToListAsync());
        Assert.Equal(3, entries.Count);
        Assert.Contains("Portland", entries[0], StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(logo)), entries[1], StringComparison.Ordinal);
        Assert.Null(await service.FindLogoAsync(None));
        Assert.Equal(Form with { Address = "12 Pier Road\nPortland, ME 04101" }, await service.FindAsync(None));
    }

    [Fact]
    public async Task What_cannot_be_printed_is_refused_and_nothing_changes()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (_, service) = await AsAdminAsync(app);
        var png = Pictures.Png(40, 20, 2, 8, [200, 40, 10]);

        Assert.Contains("no PNG or JPEG", await service.SaveLogoAsync("a.png", "GIF89a"u8.ToArray(), None), StringComparison.Ordinal);
        Assert.Contains("no PNG or JPEG", await service.SaveLogoAsync("a.png", "%PDF-1.7"u8.ToArray(), None), StringComparison.Ordinal);
        Assert.Contains("damaged", await service.SaveLogoAsync("a.png", png[..60], None), StringComparison.Ordinal);
        Assert.Contains("larger than 500 KB", await service.SaveLogoAsync("a.png", [.. png, .. new byte[CompanyLogo.BytesMax]], None), StringComparison.Ordinal);
        Assert.Contains("no e-mail address", await service.SaveAsync(Form with { Email = "billing at home" }, None), StringComparison.Ordinal);
        Assert.Contains("no e-mail address", await service.SaveAsync(Form with { Email = "Me <me@example.com>" }, None), StringComparison.Ordinal);
        Assert.Contains("card number", await service.SaveAsync(Form with { HowToPay = "Card 4111 1111 1111 1111" }, None), StringComparison.Ordinal);
        Assert.Contains("longer than", await service.SaveAsync(Form with { Address = new string('x', 501) }, None), StringComparison.Ordinal);

        Assert.Null(await service.FindLogoAsync(None));
        Assert.Equal(0, await app.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_bank_account_says_how_to_pay_in_its_currency(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var accounts = app.Get<BankAccountService>();

        Assert.Null(await accounts.SaveAsync(new BankAccountForm(null, "Euro", "DE89370400440532013000", "EUR", true) { HowToPay = " IBAN DE89 3704 0044 0532 0130 00\r\nBIC COBADEFFXXX " }, None));
        Assert.Contains("longer", await accounts.SaveAsync(new BankAccountForm(null, "Yen", "1", "JPY", true) { HowToPay = new string('x', 501) }, None), StringComparison.Ordinal);

        var kept = Assert.Single(await accounts.ListAsync(None));
        Assert.Equal("IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX", kept.HowToPay);
        Assert.Equal("3000", kept.Number);
        Assert.Null(await accounts.SaveAsync(kept with { HowToPay = " " }, None));
        Assert.Null(Assert.Single(await accounts.ListAsync(None)).HowToPay);
    }

    private static async Task<(TestUser Admin, CompanyDetailsService Service)> AsAdminAsync(TestDatabase app)
    {
        var admin = await app.AdminAsync();
        app.As(admin);
        return (admin, app.Get<CompanyDetailsService>());
    }
}
