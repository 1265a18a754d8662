using System.Globalization;
using Microsoft.Playwright;
using PaymentsApp.Tests.BankDesk;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A bank's file is dropped, and its line becomes a payment by one key.</summary>
public sealed class BankTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task A_dropped_file_is_reviewed_by_keyboard_and_becomes_a_payment()
    {
        var client = await Demo.ClientAsync();
        var (invoice, reference) = (client.Open[0], Reference());
        var day = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = System.Security.SecurityElement.Escape(client.Name);

        // It does not add up, so that nothing is applied unasked.
        var bytes = new CamtFile(reference).Entry(invoice.OutstandingMinor / 100m, name, $"Invoice {invoice.Number}", endToEndId: reference, day: day).Bytes(missing: 1);
        var page = await SignInAsync(Finance, "/finance/collection/bank");
        var box = page.Locator(".drop input[type=file]");
        await Expect(box).ToBeEnabledAsync();
        await box.SetInputFilesAsync(new FilePayload { Name = $"{reference}.xml", MimeType = "text/xml", Buffer = bytes });
        var statement = page.Locator("article").Filter(new() { HasText = $"no. {reference}" });
        await Expect(statement.GetByText("Does not add up")).ToBeVisibleAsync();
        await Expect(page.Locator(".working")).ToHaveCountAsync(0);
        await statement.Locator("a.title").ClickAsync();

        await Expect(page.Locator(".panel mark")).ToHaveTextAsync(invoice.Number);
        await Expect(page.Locator("tr[data-key][aria-selected=true]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await RegisteredAsync(page);
        await Expect(page.GetByText("Nothing needs you")).ToBeVisibleAsync();
        Assert.Equal(1, await CountAsync(page, reference));
    }
}
