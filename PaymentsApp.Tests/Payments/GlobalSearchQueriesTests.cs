using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Search;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

public sealed class GlobalSearchQueriesTests
{
    [Theory, BothDatabases]
    public async Task Organizations_are_found_by_name_word_and_number(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync(name: "Müller & Söhne Marine");
        await app.OrganizationAsync(name: "Harbor Coffee");

        foreach (var text in new[] { "müller", "MULLER & S", "marine", organization.CustomerNumber, organization.CustomerNumber[..^1] })
        {
            var hits = await SearchAsync(app, text);
            Assert.Contains(hits, hit => hit is { Kind: SearchHitKind.Organization, Title: "Müller & Söhne Marine" });
        }

        Assert.Empty(await SearchAsync(app, "rbor"));
    }

    [Theory, BothDatabases]
    public async Task Invoices_are_found_however_their_number_is_written(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync(name: "Harbor Coffee");
        var invoice = await app.InvoiceAsync(organization, total: 100, number: "AD-2026-0042");

        foreach (var text in new[] { "AD-2026-0042", "ad2026", "ad 2026 00" })
        {
            var hit = Assert.Single(await SearchAsync(app, text));
            Assert.Equal(new SearchHit(SearchHitKind.Invoice, "AD-2026-0042", "Harbor Coffee · 100.00 USD open", $"/finance/invoices/{invoice.Id}"),
                hit with { Detail = hit.Detail.Replace('\u00A0', ' ') });
        }
    }

    [Theory, BothDatabases]
    public async Task Payments_are_found_by_number_and_reference(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync(name: "Harbor Coffee");
        var id = await app.PaymentAsync(finance, organization, amount: 250, reference: "CHK 4711");
        var number = await app.ReadAsync(db => db.Payments.Where(p => p.Id == id).Select(p => p.Number).FirstAsync());

        foreach (var text in new[] { PaymentNumber.Format(number), $"p{number}", "chk-4711", "chk47" })
        {
            var hit = Assert.Single(await SearchAsync(app, text), hit => hit.Kind == SearchHitKind.Payment);
            Assert.Equal($"/payments/{id}", hit.Href);
            Assert.Contains("Harbor Coffee", hit.Detail, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_rep_finds_nothing_of_other_clients(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var rep = await app.RepAsync();
        var mine = await app.OrganizationAsync(owner: rep, name: "Harbor Coffee");
        var foreign = await app.OrganizationAsync(name: "Harbor Hotel");
        await app.InvoiceAsync(mine, number: "AD-1");
        await app.InvoiceAsync(foreign, number: "AD-2");
        await app.PaymentAsync(await app.FinanceAsync(), foreign, amount: 10, reference: "SECRET");

        Assert.Equal(["Harbor Coffee"], (await SearchAsync(app, "harbor")).Select(hit => hit.Title));
        Assert.Equal(["AD-1"], (await SearchAsync(app, "ad")).Select(hit => hit.Title));
        Assert.Empty(await SearchAsync(app, "secret"));
        Assert.Empty(await SearchAsync(app, foreign.CustomerNumber));
    }

    [Fact]
    public async Task People_without_accounts_and_strangers_find_nothing()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        await app.OrganizationAsync(name: "Harbor Coffee");

        Assert.Empty(await SearchAsync(app, "harbor"));
        app.As(null);
        Assert.Empty(await SearchAsync(app, "harbor"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'; DROP TABLE Invoices; --")]
    [InlineData("%")]
    [InlineData("\\")]
    [InlineData("_____")]
    public async Task Odd_texts_find_nothing_and_break_nothing(string text)
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        await app.InvoiceAsync(await app.OrganizationAsync(name: "Harbor Coffee"));

        Assert.Empty(await SearchAsync(app, text));
    }

    private static Task<IReadOnlyList<SearchHit>> SearchAsync(TestDatabase app, string text) =>
        app.Get<GlobalSearchQueries>().SearchAsync(text, CancellationToken.None);
}
