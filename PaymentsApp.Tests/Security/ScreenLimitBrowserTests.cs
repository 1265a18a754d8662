using Microsoft.Playwright;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.Security;

public sealed class ScreenLimitBrowserTests(Browser browser) : BrowserTest(browser)
{
    private AppServer? _app;

    [Fact]
    public async Task One_window_too_many_says_so_and_opens_once_another_is_closed()
    {
        _app = await AppServer.StartAsync(new AppServerOptions { Settings = new Dictionary<string, string> { ["Security:ScreensPerPerson"] = "2" } });
        var first = await OpenAsync(_app, "/account/sign-in");
        await first.GetByRole(AriaRole.Button, new() { Name = "Fiona Clark" }).ClickAsync();
        await first.Locator("[data-interactive=true]").WaitForAsync();
        var second = await OpenAsync(first.Context, "/finance/invoices");
        await second.Locator("[data-interactive=true]").WaitForAsync();

        var third = await OpenAsync(first.Context, "/finance/invoices");
        await Expect(third.GetByText("You have 2 windows of PaymentsApp open")).ToBeVisibleAsync();

        await second.CloseAsync(new() { RunBeforeUnload = true });
        var shown = third.Locator("[data-interactive=true]");
        for (var attempt = 0; attempt < 10 && !await shown.IsVisibleAsync(); attempt++)
        {
            await third.WaitForTimeoutAsync(500); // the program hears of a closed window a little later
            await third.ReloadAsync();
            await third.Locator("h1").First.WaitForAsync();
        }

        await Expect(shown).ToBeVisibleAsync();
    }

    // The framework's own script says so when a page is left right after the server has closed its screen.
    protected override bool IsExpected(string scriptError) => scriptError.Contains("The circuit associated with this dispatcher", StringComparison.Ordinal);

    protected override async ValueTask StopAsync() => await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
}
