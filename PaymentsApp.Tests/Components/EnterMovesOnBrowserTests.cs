using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

/// <summary>js/enter-moves-on.js in a real browser, on a page of its own.</summary>
[Collection(BrowserTests.Name)]
public sealed class EnterMovesOnBrowserTests(Browser browser)
{
    [Fact]
    public async Task Check_number_typed_right_after_Enter_does_not_become_part_of_the_amount()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.FocusAsync("#amount");
        await page.Keyboard.TypeAsync("100");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("1042");

        Assert.Equal("100", await page.InputValueAsync("#amount"));
        Assert.Equal("1042", await page.InputValueAsync("#reference"));
    }

    [Fact]
    public async Task Value_that_came_after_the_box_was_entered_is_replaced_by_typing()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.FocusAsync("#amount");
        await page.Keyboard.TypeAsync("100");
        await page.Keyboard.PressAsync("Enter");
        await page.EvaluateAsync("document.getElementById('reference').value = 'proposed'");
        await page.Keyboard.TypeAsync("77");

        Assert.Equal("77", await page.InputValueAsync("#reference"));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext person)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "PaymentsApp/wwwroot/js/enter-moves-on.js"));
        var page = await person.NewPageAsync();
        await page.SetContentAsync($"""
            <input id="amount" data-enter-to="reference"><input id="reference">
            <script type="module">{script}</script>
            """);
        return page;
    }
}
