using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

/// <summary>What js/enter-moves-on.js, js/typed-text.js and js/held-keys.js do with a fast hand, in a real browser on a page of their own.</summary>
[Collection(BrowserTests.Name)]
public sealed class TypingScriptsTests(Browser browser)
{
    [Fact]
    public async Task Check_number_typed_right_after_Enter_does_not_become_part_of_the_amount()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person, "<input id=amount data-enter-to=reference><input id=reference>");

        await page.FocusAsync("#amount");
        await page.Keyboard.TypeAsync("100");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("1042");

        Assert.Equal("100", await page.InputValueAsync("#amount"));
        Assert.Equal("1042", await page.InputValueAsync("#reference"));
    }

    [Fact]
    public async Task Proposal_that_comes_before_the_first_key_is_replaced_by_typing()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person, "<input id=amount data-heard>");

        await page.FocusAsync("#amount");
        await SayAsync(page, "142.00", heard: "");
        await page.Keyboard.TypeAsync("100");

        Assert.Equal("100", await page.InputValueAsync("#amount"));
    }

    [Fact]
    public async Task Proposal_that_comes_into_half_typed_text_is_let_go_also_after_the_box_was_left()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(person, "<input id=amount data-heard><input id=next>");

        await page.FocusAsync("#amount");
        await page.Keyboard.TypeAsync("10");
        await SayAsync(page, "142.00", heard: "1");
        await page.Keyboard.TypeAsync("0");
        Assert.Equal("100", await page.InputValueAsync("#amount"));

        await page.FocusAsync("#next");
        await SayAsync(page, "142.00", heard: "10");
        Assert.Equal("100", await page.InputValueAsync("#amount"));

        await page.FocusAsync("#amount");
        await page.Keyboard.TypeAsync("1");
        await SayAsync(page, "1001", heard: "1001"); // an echo
        await page.Keyboard.TypeAsync("2");
        Assert.Equal("10012", await page.InputValueAsync("#amount"));

        await SayAsync(page, "", heard: "10012"); // the next payment
        Assert.Equal("", await page.InputValueAsync("#amount"));
    }

    [Fact]
    public async Task Letters_typed_while_the_window_is_emptied_are_typed_into_its_first_box()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(
            person, "<div class=rz-dialog><input id=payer data-enter-to=amount><input id=amount><input id=memo><button data-holds-keys>Save and new</button></div>");

        await page.FocusAsync("#memo");
        await page.Keyboard.TypeAsync("old");
        await page.ClickAsync("button");
        await page.Keyboard.TypeAsync("harbs");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("25");
        Assert.Equal("", await page.InputValueAsync("#payer"));
        await page.EvaluateAsync("document.getElementById('payer').focus()"); // the server's answer
        await page.Keyboard.TypeAsync(".50");

        Assert.Equal("harb", await page.InputValueAsync("#payer"));
        Assert.Equal("25.50", await page.InputValueAsync("#amount"));
        Assert.Equal("old", await page.InputValueAsync("#memo"));
    }

    [Fact]
    public async Task Letters_typed_after_a_refused_save_go_where_the_person_goes()
    {
        await using var person = await browser.NewPersonAsync(new Uri("http://localhost"));
        var page = await OpenAsync(
            person, "<div class=rz-dialog data-let-go=0><input id=payer><input id=memo><button data-holds-keys>Save and new</button></div>");

        await page.ClickAsync("button");
        await page.Keyboard.TypeAsync("harb");
        await page.EvaluateAsync("document.querySelector('.rz-dialog').dataset.letGo = 1");
        await page.FocusAsync("#memo");
        await page.Keyboard.TypeAsync("mended");

        Assert.Equal("", await page.InputValueAsync("#payer"));
        Assert.Equal("mended", await page.InputValueAsync("#memo"));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext person, string content)
    {
        var page = await person.NewPageAsync();
        await page.SetContentAsync(content);
        foreach (var name in new[] { "enter-moves-on", "typed-text", "held-keys" })
        {
            var script = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, $"PaymentsApp/wwwroot/js/{name}.js"));
            await page.AddScriptTagAsync(new() { Content = script, Type = "module" });
        }

        return page;
    }

    // As the framework does it: the attributes in the order of the element, in one task.
    private static async Task SayAsync(IPage page, string text, string heard) => await page.EvaluateAsync(
        "([text, heard]) => { const box = document.getElementById('amount'); box.dataset.heard = heard; box.value = text; }", new[] { text, heard });
}
