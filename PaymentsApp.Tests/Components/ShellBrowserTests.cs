using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

/// <summary>What the frame does in the browser itself: theme, navigation, menus, keys, coming back.</summary>
public sealed class ShellBrowserTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task The_theme_follows_the_system_until_somebody_chooses()
    {
        await using var app = await AppServer.StartAsync();
        var page = await OpenAsync(app, "/account/sign-in", new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        var dark = await BackgroundAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Light theme" }).ClickAsync();

        var light = await BackgroundAsync(page);
        Assert.NotEqual(dark, light);
        await page.ReloadAsync();
        Assert.Equal(light, await BackgroundAsync(page));
    }

    [Fact]
    public async Task Everything_in_the_frame_works_from_the_keyboard()
    {
        await using var app = await AppServer.StartAsync();
        var page = await SignedInAsync(app);

        await page.Keyboard.PressAsync("?");
        var help = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await help.GetByText("Search everything").First.WaitForAsync();
        await Assertions.Expect(help.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await help.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await page.Keyboard.PressAsync("Control+k");
        var search = page.GetByRole(AriaRole.Combobox, new() { Name = "Search" });
        await Assertions.Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("har?");
        await Assertions.Expect(search).ToHaveValueAsync("har?");
        await Assertions.Expect(page.GetByText("Nothing found for “har?”")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Backspace");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ad-sales/organizations/**");
    }

    [Fact]
    public async Task On_a_phone_the_navigation_is_a_drawer()
    {
        await using var app = await AppServer.StartAsync();
        var page = await SignedInAsync(app, new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 844 } });
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Organizations" });
        await Assertions.Expect(link).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Navigation" }).ClickAsync();
        await Assertions.Expect(link).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeHiddenAsync();

        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 390, $"The page is {width} px wide.");
    }

    [Fact]
    public async Task A_page_comes_back_by_itself_after_the_server_was_restarted()
    {
        await using var app = await AppServer.StartAsync();
        var page = await SignedInAsync(app);
        await page.EvaluateAsync("window.isTheOldPage = true");

        await app.KillAsync();
        await Assertions.Expect(page.GetByText("Connection lost")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await app.StartAgainAsync();

        await Assertions.Expect(page.GetByText("Connection lost")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await page.Locator("[data-interactive]").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isTheOldPage === undefined"));
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" }).WaitForAsync();
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words()
    {
        await using var app = await AppServer.StartAsync();
        var page = await SignedInAsync(app);

        var answer = await page.GotoAsync("/nothing-here");

        Assert.Equal(404, answer?.Status);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Nothing here" }).WaitForAsync();
    }

    [Fact]
    public async Task Signing_out_is_two_clicks_away()
    {
        await using var app = await AppServer.StartAsync();
        var page = await SignedInAsync(app);

        await page.GetByLabel("Account of").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.WaitForURLAsync("**/account/sign-in**");
    }

    private async Task<IPage> SignedInAsync(AppServer app, BrowserNewContextOptions? options = null)
    {
        var page = await OpenAsync(app, "/", options);
        await page.GetByRole(AriaRole.Button, new() { Name = "Finance" }).First.ClickAsync();
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Figures" }).WaitForAsync();
        return page;
    }

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
