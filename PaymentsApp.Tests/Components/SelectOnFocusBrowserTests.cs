using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

/// <summary>js/select-on-focus.js in a real browser, on a page of its own.</summary>
[Collection(BrowserTests.Name)]
public sealed class SelectOnFocusBrowserTests(Browser browser)
{
    [Fact]
    public async Task Tabbing_into_a_box_selects_its_text_so_that_typing_replaces_it()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.FocusAsync("#before");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("75");

        Assert.Equal("75", await page.InputValueAsync("#amount"));
    }

    [Fact]
    public async Task Clicking_into_a_box_selects_its_text_and_a_second_click_sets_the_caret()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.ClickAsync("#amount");
        Assert.Equal("1,234.50", await SelectionAsync(page));

        await page.ClickAsync("#amount", new PageClickOptions { Delay = 20 });
        Assert.Equal("", await SelectionAsync(page));
    }

    [Fact]
    public async Task Other_boxes_are_left_alone()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.ClickAsync("#before");

        Assert.Equal("", await SelectionAsync(page));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext person)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "PaymentsApp/wwwroot/js/select-on-focus.js"));
        var page = await person.NewPageAsync();
        await page.SetContentAsync($"""
            <input id="before" value="before"><input id="amount" value="1,234.50" data-select-on-focus>
            <script type="module">{script}</script>
            """);
        return page;
    }

    private static Task<string> SelectionAsync(IPage page) => page.EvaluateAsync<string>(
        "() => { const box = document.activeElement; return box.value.substring(box.selectionStart, box.selectionEnd); }");
}
