using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Payers;

/// <summary>Who is proposed as the payer, best first, and for which reason.</summary>
public sealed class WhoPaidTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory, BothDatabases]
    public async Task Amount_proposes_who_owes_one_invoice_of_it_then_whose_invoices_add_up(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var several = await AccountAsync(app, "Alder Yards", 500, 450.25m, 299.75m, 33);
        var one = await AccountAsync(app, "Birch Coffee", 1_250, 20);
        await AccountAsync(app, "Cedar Travel", 1_200, 49);

        var found = await WhoPaidAsync(app, "1,250.00");

        Assert.Equal([one.Id, several.Id], found.Select(payer => payer.OrganizationId));
        Assert.Equal(new PayerReason.OneInvoice(Dollars(1_250), 1), found[0].Reason);
        Assert.Equal(new PayerReason.AddUp(Dollars(1_250), 3, ProposalKind.InFull, 1), found[1].Reason);
    }

    [Theory, BothDatabases]
    public async Task Sum_without_a_rival_comes_before_one_with(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var rivals = await AccountAsync(app, "Alder Yards", 60, 40, 70, 30);
        var certain = await AccountAsync(app, "Birch Coffee", 64, 36, 500);

        var found = await WhoPaidAsync(app, "100");

        Assert.Equal([certain.Id, rivals.Id], found.Select(payer => payer.OrganizationId));
        Assert.Equal(2, Assert.IsType<PayerReason.AddUp>(found[1].Reason).Sets);
    }

    [Fact]
    public async Task Sums_are_looked_for_at_the_accounts_that_owe_least_above_the_amount_and_that_paid_it_before()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var near = await AccountAsync(app, "Near", 64, 36, 1);
        var far = await AccountAsync(app, "Far", 64, 36, 9_000);
        await ManyAsync(app, PayersByAmount.AccountsMax);

        Assert.Equal([near.Id], (await WhoPaidAsync(app, "100.00")).Select(payer => payer.OrganizationId));

        await app.PaymentAsync(finance, far, 100);
        Assert.Equal([near.Id, far.Id], (await WhoPaidAsync(app, "100.00")).Select(payer => payer.OrganizationId).Order());
    }

    [Theory, BothDatabases]
    public async Task Check_number_proposes_whose_next_check_it_is(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var older = await AccountAsync(app, "Alder Yards", 500);
        var next = await AccountAsync(app, "Birch Coffee", 500);
        var further = await AccountAsync(app, "Cedar Travel", 500);
        await app.PaymentAsync(finance, older, 10, reference: "1041");
        await app.PaymentAsync(finance, older, 10, reference: "1099");
        await app.PaymentAsync(finance, next, 10, reference: "1041");
        await app.PaymentAsync(finance, further, 10, reference: "1037");

        var found = await WhoPaidAsync(app, "1042");

        Assert.Equal([next.Id, further.Id], found.Select(payer => payer.OrganizationId));
        Assert.Equal(new PayerReason.NextCheck("1042", "1041", app.Today), found[0].Reason);
        Assert.Equal("check 1041 came from them, 1042 is next", PayerReasonText.Of(found[0].Reason!, English));
    }

    [Theory, BothDatabases]
    public async Task Reference_that_was_used_before_names_who_sent_it(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var account = await AccountAsync(app, "Alder Yards", 500);
        await app.PaymentAsync(finance, account, 10, reference: "WIRE 77-A");

        var found = Assert.Single(await WhoPaidAsync(app, "wire77a"));

        Assert.Equal((account.Id, app.Today), (found.OrganizationId, Assert.IsType<PayerReason.Reference>(found.Reason).SeenOn));
    }

    [Theory, BothDatabases]
    public async Task Number_typed_in_full_comes_before_an_amount_of_the_same_digits(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var amount = await AccountAsync(app, "Alder Yards", 2042);
        var number = await app.OrganizationAsync(name: "Birch Coffee");
        var invoice = await app.InvoiceAsync(number, 10, number: "2042");

        var digits = await WhoPaidAsync(app, "2042");
        Assert.Equal([number.Id, amount.Id], digits.Select(payer => payer.OrganizationId));
        Assert.Equal(invoice.Id, digits[0].InvoiceId);
        Assert.Equal([amount.Id], (await WhoPaidAsync(app, "2,042.00")).Select(payer => payer.OrganizationId));
    }

    [Theory, BothDatabases]
    public async Task Name_beside_the_amount_chooses_among_those_who_owe_it(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await AccountAsync(app, "Alder Yards", 145);
        var cafe = await AccountAsync(app, "Café Birch", 145, 5);

        foreach (var text in new[] { "145 cafe", "birch 145.00" })
        {
            Assert.Equal(
                (cafe.Id, new PayerReason.OneInvoice(Dollars(145), 1)),
                ((await WhoPaidAsync(app, text))[0].OrganizationId, (await WhoPaidAsync(app, text))[0].Reason));
        }
    }

    [Theory, BothDatabases]
    public async Task Amount_is_one_of_the_currency_that_is_owed(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var yen = await app.OrganizationAsync(name: "Tokyo Press", currency: "JPY");
        await app.InvoiceAsync(yen, 12_500);
        var dollars = await AccountAsync(app, "Alder Yards", 125);

        Assert.Equal(new PayerReason.OneInvoice(new Money(12_500, "JPY"), 1), Assert.Single(await WhoPaidAsync(app, "12,500")).Reason);
        Assert.Equal([dollars.Id], (await WhoPaidAsync(app, "125 USD")).Select(payer => payer.OrganizationId));
        Assert.Empty(await WhoPaidAsync(app, "125 EUR"));
    }

    [Theory, BothDatabases]
    public async Task Rep_is_only_proposed_own_clients(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var own = await AccountAsync(app, "Alder Yards", rep, 60, 40, 7);
        var foreign = await AccountAsync(app, "Birch Coffee", 60, 40, 100);
        await app.PaymentAsync(finance, own, 1, reference: "500");
        await app.PaymentAsync(finance, foreign, 1, reference: "501");

        foreach (var text in new[] { "100.00", "60", "40 birch", "502", "Birch", "501" })
        {
            var found = await app.For(rep).GetRequiredService<PayerQueries>().WhoPaidAsync(text, app.Today, English, default);
            Assert.DoesNotContain(found, payer => payer.OrganizationId == foreign.Id);
        }

        var ownOnes = await app.For(rep).GetRequiredService<PayerQueries>().WhoPaidAsync("47.00", app.Today, English, default);
        Assert.Equal(own.Id, Assert.Single(ownOnes).OrganizationId);
    }

    // Accounts that owe more than 100.00, but no invoices that make it.
    private static Task<int> ManyAsync(TestDatabase app, int count) => app.WriteAsync(async db =>
    {
        Organization[] organizations = [.. Enumerable.Range(0, count).Select(i => new Organization($"MANY-{i}", $"Between {i}", "USD"))];
        db.Organizations.AddRange(organizations);
        await db.SaveChangesAsync();
        db.Invoices.AddRange(organizations.SelectMany(organization => new[] { 1, 2 }, (organization, i) =>
            new Invoice(organization.Id, $"{organization.CustomerNumber}-{i}", "USD", app.Today, app.Today, 255_10 + i)));
        return await db.SaveChangesAsync();
    });

    private static Money Dollars(int dollars) => Money.Whole(dollars, "USD");

    private static Task<IReadOnlyList<PayerChoice>> WhoPaidAsync(TestDatabase app, string text) =>
        app.Get<PayerQueries>().WhoPaidAsync(text, app.Today, English, default);

    private static Task<Organization> AccountAsync(TestDatabase app, string name, params decimal[] open) => AccountAsync(app, name, null, open);

    private static async Task<Organization> AccountAsync(TestDatabase app, string name, TestUser? owner, params decimal[] open)
    {
        var organization = await app.OrganizationAsync(owner, name);
        foreach (var total in open)
        {
            await app.InvoiceAsync(organization, total);
        }

        return organization;
    }
}
