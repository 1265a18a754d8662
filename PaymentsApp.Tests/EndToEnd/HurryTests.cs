using Microsoft.Playwright;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A clerk who waits for nothing: every key comes before the answer to the one before.</summary>
public sealed class HurryTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Payer_by_invoice_number_and_the_amount_at_once_register_the_amount_that_was_typed()
    {
        var client = await Demo.ClientAsync();
        var reference = Reference();
        var page = await SignInAsync(Finance, $"{Payments}?q={reference}");

        await TypeAsync(page, "n", client.Open[0].Number, "Enter", "12.34", "Enter", reference, "Control+Enter");
        await RegisteredAsync(page);

        await Expect(Row(page, reference)).ToContainTextAsync("12.34");
        await Expect(Row(page, reference)).ToContainTextAsync(client.Name);
    }

    [Fact]
    public async Task Letters_typed_right_after_Save_and_new_are_the_next_payer()
    {
        var (first, second) = (await Demo.ClientAsync(), await Demo.ClientAsync());
        var reference = Reference();
        var page = await SignInAsync(Finance, $"{Payments}?q={reference}");

        await TypeAsync(page, "n", first.Open[0].Number, "Enter", "1.01", "Enter", reference + "A", "Control+Shift+Enter");
        await TypeAsync(page, second.Open[0].Number, "Enter", "1.02", "Enter", reference + "B", "Control+Enter");
        await RegisteredAsync(page);

        await Expect(Row(page, reference + "A")).ToContainTextAsync("1.01");
        await Expect(Row(page, reference + "A")).ToContainTextAsync(first.Name);
        await Expect(Row(page, reference + "B")).ToContainTextAsync("1.02");
        await Expect(Row(page, reference + "B")).ToContainTextAsync(second.Name);
    }

    [Fact]
    public async Task Fields_filled_right_after_the_payer_was_chosen_stay_as_they_were_filled()
    {
        var client = await Demo.ClientAsync(DemoPeople.FirstRepId);
        var reference = Reference();
        var page = await SignInAsync(Finance, $"{Payments}?q={reference}");
        var window = await NewAsync(page);

        await window.GetByRole(AriaRole.Combobox, new() { Name = "Payer" }).FillAsync(client.Open[0].Number);
        await window.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First.ClickAsync();
        await window.GetByLabel("Check number").FillAsync(reference);
        await Amount(window).FillAsync("7.77");
        await page.Keyboard.PressAsync("Control+Enter");
        await RegisteredAsync(page);

        await Expect(Row(page, reference)).ToContainTextAsync("7.77");
    }

    private static async Task TypeAsync(IPage page, params string[] strokes)
    {
        foreach (var stroke in strokes)
        {
            await (stroke.EndsWith("Enter", StringComparison.Ordinal) ? page.Keyboard.PressAsync(stroke) : page.Keyboard.TypeAsync(stroke));
        }
    }
}
