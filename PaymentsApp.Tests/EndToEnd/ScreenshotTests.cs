using Microsoft.Playwright;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>
/// The two pictures of the README. They are looked at on every run; they are written to docs/screenshots only when the
/// environment variable PAYMENTSAPP_SCREENSHOTS is 1.
/// </summary>
public sealed class ScreenshotTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    private static readonly BrowserNewContextOptions Desk = new() { ViewportSize = new() { Width = 1280, Height = 800 }, ColorScheme = ColorScheme.Light };

    private static bool AreWritten => Environment.GetEnvironmentVariable("PAYMENTSAPP_SCREENSHOTS") == "1";

    [Fact]
    public async Task Register_payments_with_the_window_open()
    {
        await using var server = await AppServer.StartAsync(DemoApp.Options);
        var client = (await DemoApp.ClientsAsync(server)).First(client => client.Open.Count >= 4);
        var page = await SignInAsync(Finance, RegisterPayments, Desk, server);
        await page.Keyboard.PressAsync("n");
        var window = await OpenedAsync(page);
        await Expect(window.GetByRole(AriaRole.Combobox, new() { Name = "Payer" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(client.Open[0].Number);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Tick(window, client.Open[0])).ToBeCheckedAsync();
        await Tick(window, client.Open[1]).CheckAsync();
        await Tick(window, client.Open[2]).CheckAsync();
        await window.GetByLabel("Check number").FillAsync("100482");

        await PictureAsync(page, "register-payment");
    }

    [Fact]
    public async Task Page_of_a_client()
    {
        await using var server = await AppServer.StartAsync(DemoApp.Options);
        var client = (await DemoApp.ClientsAsync(server, DemoPeople.FirstRepId)).MaxBy(client => client.Open.Count)!;
        var page = await SignInAsync(Rep, $"/ad-sales/organizations/{client.Id}/overview", Desk, server);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Aging" })).ToBeVisibleAsync();

        await PictureAsync(page, "client");
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        await page.WaitForTimeoutAsync(500); // fades end
        var picture = await page.ScreenshotAsync();
        Assert.InRange(picture.Length, 20_000, 1_000_000);
        if (AreWritten)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Folder, "docs", "screenshots"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.png"), picture);
        }
    }
}
