using Microsoft.Playwright;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>Answers that get lost, and a server that goes away: nothing is paid twice, nothing that was said to be saved is gone.</summary>
public sealed class LostConnectionTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Window_whose_save_was_not_answered_is_closed_as_saved_once_the_line_is_back()
    {
        var client = await Demo.ClientAsync();
        var reference = Reference();
        var line = new BreakableLine();
        var page = await SignInAsync(Finance, RegisterOf(client));
        await page.RouteWebSocketAsync(_ => true, line.Connect);
        await page.ReloadAsync();
        await AliveAsync(page);
        await Row(page, client.Open[0].Number).ClickAsync();
        var window = await NewAsync(page);
        await Amount(window).FillAsync("15");
        await window.GetByLabel("Check number").FillAsync(reference);
        await Expect(window.GetByLabel("Check number")).ToHaveValueAsync(reference);

        line.IsDeaf = true; // the command arrives, its answer does not
        await Save(window).ClickAsync();
        await page.Keyboard.PressAsync("Control+Enter"); // nothing happens: a person tries again
        var other = await SignInAsync(Finance, $"{Payments}?q={reference}");
        await Expect(Row(other, reference)).ToHaveCountAsync(1);
        line.IsDeaf = false;
        await line.CutAsync();

        await RegisteredAsync(page); // says so, and no window is open
        Assert.True(line.Connections >= 2);
        await Expect(page.Locator("body.no-scroll")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("n");
        await OpenedAsync(page);
        Assert.Equal(1, await CountAsync(other, reference));
    }

    [Fact]
    public async Task Server_killed_after_a_save_has_the_payment_and_what_was_typed_since_and_the_pages_come_back_by_themselves()
    {
        await using var server = await AppServer.StartAsync(DemoApp.Options);
        var client = (await DemoApp.ClientsAsync(server))[0];
        var reference = Reference();
        var page = await SignInAsync(Finance, RegisterOf(client), server: server);
        var list = await AnotherAsync(page, Payments);
        await Row(page, client.Open[0].Number).ClickAsync();
        var window = await NewAsync(page);
        await Amount(window).FillAsync("15");
        await window.GetByLabel("Check number").FillAsync(reference);
        await Save(window).ClickAsync();
        await RegisteredAsync(page);
        var unfinished = Reference();
        window = await NewAsync(page);
        await window.GetByLabel("Check number").FillAsync(unfinished);
        await window.GetByText("Draft kept").WaitForAsync();

        await server.KillAsync();
        await Expect(list.GetByText("Connection lost")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await server.StartAgainAsync();

        await Expect(list.GetByText("Connection lost")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await AliveAsync(list);
        Assert.EndsWith(Payments, list.Url, StringComparison.Ordinal);
        await Expect(Row(list, reference)).ToHaveCountAsync(1);
        await list.Keyboard.PressAsync("n");
        await OpenedAsync(list);

        await Expect(page.GetByText("Connection lost")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await AliveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect((await OpenedAsync(page)).GetByLabel("Check number")).ToHaveValueAsync(unfinished);
        await Save(Window(page)).ClickAsync();
        await RegisteredAsync(page);
        Assert.Equal(1, await CountAsync(page, unfinished));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Continue" })).ToHaveCountAsync(0);
    }
}
