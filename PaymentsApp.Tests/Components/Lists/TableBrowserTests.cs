using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Lists;

/// <summary>js/table.js in a real browser, on a page of its own: which keys and clicks select and open a row.</summary>
[Collection(BrowserTests.Name)]
public sealed class TableBrowserTests(Browser browser)
{
    [Fact]
    public async Task Keys_move_along_the_rows_and_open_one()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("select 1", await ToldAsync(page));
        foreach (var (key, told) in new[]
        {
            ("ArrowDown", "select 2"), ("End", "select 3"), ("ArrowDown", ""), ("ArrowUp", "select 2"), ("Home", "select 1"),
            ("ArrowUp", ""), (" ", "select 1"), ("Control+ArrowDown", ""), ("x", ""), ("Enter", "open 1"),
        })
        {
            await page.Keyboard.PressAsync(key);
            Assert.Equal($"{key}: {told}", $"{key}: {await ToldAsync(page)}");
        }

        Assert.Equal(0, await page.EvaluateAsync<int>("scrollY")); // the keys are the list's, not the page's
    }

    [Fact]
    public async Task A_click_selects_and_a_double_click_opens()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);

        await page.ClickAsync("tr[data-key='2'] td");
        Assert.EndsWith("select 2", await ToldAsync(page), StringComparison.Ordinal);

        await page.DblClickAsync("tr[data-key='3'] td");
        Assert.EndsWith("select 3, open 3", await ToldAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_a_row_keeps_its_own_keys()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person);
        await page.FocusAsync("tr[data-key='2'] a");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Home");
        Assert.Equal("", await ToldAsync(page));

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("select 2", await ToldAsync(page)); // the link's click, as with a mouse
        Assert.EndsWith("#2", page.Url, StringComparison.Ordinal);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext person)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "PaymentsApp/wwwroot/js/table.js"));
        var rows = string.Concat(Enumerable.Range(1, 3).Select(key =>
            $"<tr data-key='{key}' tabindex='{(key == 1 ? 0 : -1)}'><td>Row {key}</td><td><a tabindex='-1' href='#{key}'>Link</a></td></tr>"));
        var page = await person.NewPageAsync();
        await page.SetContentAsync($$"""
            <body style="height: 3000px"><table><tbody>{{rows}}</tbody></table>
            <script>
              window.told = [];
              window.Blazor = {
                registerCustomEventType: (name, { createEventArgs }) => document.querySelector("tbody").addEventListener(
                  name, e => told.push(`${name.replace("row", "")} ${createEventArgs(e).key}`)),
              };
            </script>
            <script type="module">{{script}}</script>
            """);
        return page;
    }

    private static Task<string> ToldAsync(IPage page) => page.EvaluateAsync<string>("told.splice(0).join(', ')");
}
