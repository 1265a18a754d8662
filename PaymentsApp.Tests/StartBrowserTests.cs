using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests;

public sealed class StartBrowserTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task The_first_page_comes_alive_in_a_browser()
    {
        await using var app = await AppServer.StartAsync();

        var page = await OpenAsync(app, "/");

        Assert.NotEqual("", await page.TitleAsync());
        Assert.NotEqual("", await page.Locator("h1").First.InnerTextAsync());
    }
}
