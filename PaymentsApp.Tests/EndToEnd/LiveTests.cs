using Microsoft.Playwright;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>What one person saves, the others see without doing anything.</summary>
public sealed class LiveTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Payment_shows_in_the_other_browsers_lists_and_totals()
    {
        var client = await Demo.ClientAsync(DemoPeople.FirstRepId);
        var invoice = client.Open[0];
        var reference = Reference();
        var finance = await SignInAsync(Finance, RegisterOf(client));
        var payments = await AnotherAsync(finance, Payments);
        var rep = await SignInAsync(Rep, PaymentsOf(client));
        var open = await rep.GetByText("Outstanding").First.Locator("..").InnerTextAsync();

        await RegisterAsync(finance, invoice, "25", reference);

        await Expect(Row(payments, reference)).ToHaveCountAsync(1);
        await Expect(Row(rep, reference)).ToHaveCountAsync(1);
        await Expect(Row(finance, invoice.Number)).ToContainTextAsync(DemoInvoice.Text(invoice.OutstandingMinor - 25_00));
        await Expect(rep.GetByText("Outstanding").First.Locator("..")).Not.ToHaveTextAsync(open);
    }

    [Fact]
    public async Task Open_window_says_who_paid_meanwhile_keeps_what_was_typed_and_refuses_too_much()
    {
        var client = await Demo.ClientAsync(DemoPeople.FirstRepId);
        var invoice = client.Open[0];
        var rep = await SignInAsync(Rep, PaymentsOf(client));
        var window = await NewAsync(rep);
        await Tick(window, invoice).CheckAsync();
        await Share(window, invoice).FillAsync(invoice.Outstanding);
        await window.GetByLabel("Memo").FillAsync("Typed with care");

        var finance = await SignInAsync(Finance, RegisterOf(client));
        await RegisterAsync(finance, invoice, "30", Reference());

        await Expect(window.GetByText($"{Finance} applied 30.00")).ToBeVisibleAsync();
        await Expect(Share(window, invoice)).ToHaveValueAsync(invoice.Outstanding);
        await Expect(window.GetByLabel("Memo")).ToHaveValueAsync("Typed with care");

        await Save(window).ClickAsync();
        await Expect(window.GetByText("Nothing was saved")).ToBeVisibleAsync();
        await Expect(window.GetByText($"Invoice {invoice.Number}: {Finance} applied 30.00")).ToBeVisibleAsync();

        await Share(window, invoice).FillAsync("1");
        await window.GetByLabel("Memo").ClickAsync();
        await Amount(window).FillAsync("1");
        await Save(window).ClickAsync();
        await RegisteredAsync(rep);
    }

    [Fact]
    public async Task Two_programs_on_one_database_see_each_others_payments()
    {
        var database = await (await TestContext.Current.GetFixture<PostgresServer>())!.CreateDatabaseAsync();
        var options = DemoApp.Options with
        {
            Settings = new Dictionary<string, string>(DemoApp.Options.Settings)
            {
                ["Database:Provider"] = "Postgres",
                ["Database:ConnectionString"] = database,
            },
        };
        await using var first = await AppServer.StartAsync(options);
        await using var second = await AppServer.StartAsync(options);
        var reference = Reference();
        var there = await SignInAsync(Rep, "/ad-sales/organizations", server: second);
        await there.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Link).First.ClickAsync();
        await there.WaitForURLAsync("**/overview");
        await GoAsync(there, new Uri(there.Url).AbsolutePath.Replace("overview", "payments", StringComparison.Ordinal));
        var name = await there.Locator("h1").InnerTextAsync();
        var here = await SignInAsync(Finance, Payments, server: first);

        await here.Keyboard.PressAsync("n");
        var window = await OpenedAsync(here);
        await here.Keyboard.TypeAsync(name);
        await window.GetByRole(AriaRole.Option).First.WaitForAsync();
        await here.Keyboard.PressAsync("Enter");
        await Expect(Amount(window)).ToBeFocusedAsync();
        await Expect(window.GetByText("Choose the payer to see the open invoices.")).ToBeHiddenAsync();
        await Amount(window).FillAsync("12.34");
        await window.GetByLabel("Check number").FillAsync(reference);
        await Save(window).ClickAsync();
        await RegisteredAsync(here);

        await Expect(Row(there, reference)).ToContainTextAsync("12.34");
    }

    private static async Task RegisterAsync(IPage finance, DemoInvoice invoice, string amount, string reference)
    {
        await Row(finance, invoice.Number).ClickAsync();
        var window = await NewAsync(finance);
        await Amount(window).FillAsync(amount);
        await window.GetByLabel("Check number").FillAsync(reference);
        await Save(window).ClickAsync();
        await RegisteredAsync(finance);
    }
}
