using Microsoft.Playwright;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>The main job through both doors, with the mouse and without it.</summary>
public sealed class RegisterPaymentTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Finance_registers_one_payment_over_three_invoices()
    {
        var client = await Demo.ClientAsync(invoices: 3);
        var reference = Reference();
        var page = await SignInAsync(Finance, RegisterOf(client));

        await Row(page, client.Open[0].Number).ClickAsync();
        var window = await NewAsync(page);
        await Expect(Tick(window, client.Open[0])).ToBeCheckedAsync();
        await Expect(Amount(window)).ToHaveValueAsync(client.Open[0].Outstanding);
        await Tick(window, client.Open[1]).CheckAsync();
        await Tick(window, client.Open[2]).CheckAsync();
        await Expect(Amount(window)).ToHaveValueAsync(DemoInvoice.Text(client.Open.Take(3).Sum(invoice => invoice.OutstandingMinor)));
        await window.GetByLabel("Check number").FillAsync(reference);
        await Save(window).ClickAsync();
        var number = await RegisteredAsync(page);

        foreach (var invoice in client.Open.Take(3))
        {
            await Expect(Row(page, invoice.Number)).ToHaveCountAsync(0);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/payments/**");
        await AliveAsync(page);
        await Expect(page.GetByText(number).First).ToBeVisibleAsync();
        foreach (var invoice in client.Open.Take(3))
        {
            await Expect(page.GetByText(invoice.Number).First).ToBeVisibleAsync();
        }

        Assert.Equal(1, await CountAsync(page, reference));
    }

    [Fact]
    public async Task Rep_registers_one_payment_over_three_invoices_of_an_own_client()
    {
        var client = await Demo.ClientAsync(DemoPeople.FirstRepId, invoices: 3);
        var reference = Reference();
        var page = await SignInAsync(Rep, "/ad-sales/organizations");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(client.CustomerNumber);
        await page.WaitForURLAsync("**?q=*");
        await page.GetByRole(AriaRole.Link, new() { Name = client.Name }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = client.Name }).GetByRole(AriaRole.Link, new() { Name = "Payments" }).ClickAsync();
        await page.WaitForURLAsync("**/payments");

        var window = await NewAsync(page);
        foreach (var invoice in client.Open.Take(3))
        {
            await Expect(Tick(window, invoice)).Not.ToBeCheckedAsync();
            await Tick(window, invoice).CheckAsync();
        }

        await window.GetByLabel("Payment type").SelectOptionAsync("Wire");
        await window.GetByLabel("Reference").FillAsync(reference);
        await Save(window).ClickAsync();
        await RegisteredAsync(page);

        await Expect(Row(page, reference)).ToHaveCountAsync(1);
        await Expect(Row(page, reference)).ToContainTextAsync(DemoInvoice.Text(client.Open.Take(3).Sum(invoice => invoice.OutstandingMinor)));
    }

    [Fact]
    public async Task Whole_job_is_done_without_a_mouse()
    {
        var client = await Demo.ClientAsync();
        var reference = Reference();
        var page = await SignInAsync(Finance, Payments);

        await page.Keyboard.PressAsync("n");
        var window = await OpenedAsync(page);
        await Expect(window.GetByRole(AriaRole.Combobox, new() { Name = "Payer" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(client.Open[0].Number);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Amount(window)).ToBeFocusedAsync();
        await Expect(Amount(window)).Not.ToHaveValueAsync(""); // the invoice's outstanding, which the typed amount replaces
        await Amount(window).SelectTextAsync();
        await page.Keyboard.TypeAsync("100+20.50");
        await page.Keyboard.PressAsync("Enter");
        await Expect(window.GetByLabel("Check number")).ToBeFocusedAsync();
        await Expect(window.GetByText("100.00 + 20.50 = 120.50")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(reference);
        await page.Keyboard.PressAsync("Control+Enter");
        await RegisteredAsync(page);

        await Expect(Row(page, reference)).ToContainTextAsync("120.50");
    }

    [Fact]
    public async Task From_a_selected_row_save_is_one_key_away()
    {
        var client = await Demo.ClientAsync(invoices: 2);
        var page = await SignInAsync(Finance, RegisterOf(client));

        await page.Locator("tr[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var second = page.Locator("tr[data-key]").Nth(1); // the focus had already selected the first
        await Expect(second).ToHaveAttributeAsync("aria-selected", "true");
        var number = await second.Locator("td").First.InnerTextAsync();
        await page.Keyboard.PressAsync("n");
        await OpenedAsync(page);
        await page.Keyboard.PressAsync("Control+Enter");
        await RegisteredAsync(page);

        await Expect(Row(page, number)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Double_click_and_a_second_enter_register_one_payment()
    {
        var client = await Demo.ClientAsync();
        var reference = Reference();
        var page = await SignInAsync(Finance, RegisterOf(client));

        await Row(page, client.Open[0].Number).ClickAsync();
        var window = await NewAsync(page);
        await Amount(window).FillAsync("10");
        await window.GetByLabel("Check number").FillAsync(reference + "A");
        await Save(window).DblClickAsync();
        await RegisteredAsync(page);

        await GoAsync(page, RegisterOf(client));
        await Row(page, client.Open[0].Number).ClickAsync();
        window = await NewAsync(page);
        await Amount(window).FillAsync("10");
        await window.GetByLabel("Check number").FillAsync(reference + "B");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Keyboard.PressAsync("Control+Enter");
        await RegisteredAsync(page);

        Assert.Equal(1, await CountAsync(page, reference + "A"));
        Assert.Equal(1, await CountAsync(page, reference + "B"));
    }

    [Fact]
    public async Task Escape_asks_only_when_something_was_typed_and_the_focus_comes_back()
    {
        var page = await SignInAsync(Finance, RegisterPayments);
        await page.Keyboard.PressAsync("n");
        await OpenedAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("n");
        var window = await OpenedAsync(page);
        await window.GetByLabel("Memo").FillAsync("Do not lose me");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep editing" }).ClickAsync();
        await Expect(window.GetByLabel("Memo")).ToHaveValueAsync("Do not lose me");

        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Dialog).Last.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("de-DE", "12.50", "12,50")]
    [InlineData("en-US", "12,50", "12.50")]
    public async Task Doubtful_amount_is_refused_in_the_number_format_of_the_browser(string locale, string typed, string meant)
    {
        var page = await SignInAsync(Finance, RegisterPayments, new BrowserNewContextOptions { Locale = locale });
        await page.GetByRole(AriaRole.Row).Nth(1).ClickAsync();
        var window = await NewAsync(page);

        await Amount(window).FillAsync(typed);
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(window.GetByText("Nothing was saved")).ToBeVisibleAsync();
        await Expect(window.GetByText($"“{typed}” is not clear. Did you mean {meant}?").First).ToBeVisibleAsync();
        await Expect(Amount(window)).ToHaveValueAsync(typed);
    }
}
