using System.Globalization;
using Microsoft.Playwright;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A check run by keyboard only: payer, Enter, amount, Enter, check number, Enter.</summary>
public sealed class CheckRunTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Checks_are_typed_without_a_mouse_survive_a_reload_and_are_posted_when_the_tape_agrees()
    {
        var client = await Demo.ClientAsync();
        var reference = Reference();
        var page = await SignInAsync(Finance, "/finance/collection/check-run");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#run-payer")).ToBeFocusedAsync();
        foreach (var number in (int[])[1, 2, 3])
        {
            await page.Keyboard.TypeAsync(client.CustomerNumber);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#run-amount")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(number.ToString(CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#run-check-number")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync($"{reference}-{number}");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator($"[data-entered='{number}']")).ToHaveCountAsync(1);
            await Expect(page.Locator("#run-payer")).ToBeFocusedAsync();
            await Expect(page.Locator("#run-payer")).ToHaveValueAsync("");
        }

        await page.ReloadAsync();
        await AliveAsync(page);
        await Expect(Row(page, reference)).ToHaveCountAsync(3);
        await page.Locator("#run-control-total").FillAsync("6");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Agrees with the tape")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Post 3 checks" }).WaitForAsync();
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.GetByText("3 checks registered.")).ToBeVisibleAsync();
        Assert.Equal(3, await CountAsync(page, reference));
    }
}
