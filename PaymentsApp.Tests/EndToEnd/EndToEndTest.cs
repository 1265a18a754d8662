using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A person of the demo data in a real browser on the real program. Driven and read by what a person sees.</summary>
public abstract partial class EndToEndTest(Browser browser, DemoApp demo) : BrowserTest(browser)
{
    protected const string Finance = "Fiona Clark";
    protected const string Rep = "Ray Ortiz";
    protected const string OtherRep = "Rita Novak";
    protected const string Admin = "Ada Stone";

    protected const string RegisterPayments = "/finance/collection/register-payments";
    protected const string Payments = "/finance/collection/payments";

    protected DemoApp Demo => demo;

    /// <summary>Signs a person in by one click, as the demo offers it, and shows the screen at the path.</summary>
    protected async Task<IPage> SignInAsync(string person, string path, BrowserNewContextOptions? options = null, AppServer? server = null)
    {
        var page = await OpenAsync(server ?? await demo.ServerAsync(), $"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", options);
        await page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
        await AliveAsync(page);
        return page;
    }

    /// <summary>Another window of the same person.</summary>
    protected async Task<IPage> AnotherAsync(IPage page, string path)
    {
        var another = await OpenAsync(page.Context, path);
        await AliveAsync(another);
        return another;
    }

    protected static async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await AliveAsync(page);
    }

    /// <summary>Waits until the circuit is up, its keys answer, and what was being loaded is there.</summary>
    protected static async Task AliveAsync(IPage page)
    {
        await page.Locator("html[data-keys=ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var main = page.GetByRole(AriaRole.Main);
        await main.Locator("h1").First.WaitForAsync();
        await Expect(main.GetByText("Loading…")).ToHaveCountAsync(0);
        await Expect(main.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>The New payment window.</summary>
    protected static ILocator Window(IPage page) => page.GetByRole(AriaRole.Dialog, new() { Name = "New payment" });

    /// <summary>Presses New and waits for the window.</summary>
    protected static async Task<ILocator> NewAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = NewButton() }).ClickAsync();
        return await OpenedAsync(page);
    }

    protected static async Task<ILocator> OpenedAsync(IPage page)
    {
        var window = Window(page);
        await Amount(window).WaitForAsync();
        return window;
    }

    protected static ILocator Amount(ILocator window) => window.GetByLabel(AmountLabel());

    protected static ILocator Tick(ILocator window, DemoInvoice invoice) =>
        window.GetByRole(AriaRole.Checkbox, new() { Name = $"Apply to invoice {invoice.Number}" });

    protected static ILocator Share(ILocator window, DemoInvoice invoice) =>
        window.GetByRole(AriaRole.Textbox, new() { Name = $"Apply to invoice {invoice.Number}" });

    protected static ILocator Save(ILocator window) => window.GetByRole(AriaRole.Button, new() { NameRegex = SaveButton() });

    /// <summary>The message after a save; answers the payment's number.</summary>
    protected static async Task<string> RegisteredAsync(IPage page)
    {
        var message = page.GetByText(RegisteredMessage());
        await message.First.WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        return RegisteredMessage().Match(await message.First.InnerTextAsync()).Groups["number"].Value;
    }

    /// <summary>How many payments the list of Finance shows for a reference.</summary>
    protected async Task<int> CountAsync(IPage finance, string reference)
    {
        await GoAsync(finance, $"{Payments}?q={Uri.EscapeDataString(reference)}");
        return await finance.GetByRole(AriaRole.Row).Filter(new() { HasText = reference }).CountAsync();
    }

    /// <summary>A row of a list with this text.</summary>
    protected static ILocator Row(IPage page, string text) =>
        page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    protected static string Reference() => $"E2E-{Guid.CreateVersion7().ToString("N")[^10..].ToUpperInvariant()}";

    /// <summary>The register of open invoices, searched for one client.</summary>
    protected static string RegisterOf(DemoAccount client) => $"{RegisterPayments}?q={Uri.EscapeDataString(client.CustomerNumber)}";

    protected static string PaymentsOf(DemoAccount client) => $"/ad-sales/organizations/{client.Id}/payments";

    protected static Money Dollars(long minor) => new(minor, "USD");

    [GeneratedRegex(@"^New\b(?! payment)")]
    private static partial Regex NewButton();

    [GeneratedRegex(@"^Amount\b")]
    private static partial Regex AmountLabel();

    [GeneratedRegex(@"^(Save|Saving…)(?! and)")]
    private static partial Regex SaveButton();

    [GeneratedRegex(@"Payment (?<number>P-\d+) registered\.")]
    private static partial Regex RegisteredMessage();
}
