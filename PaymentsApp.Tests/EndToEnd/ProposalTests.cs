using Microsoft.Playwright;
using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>What a check costs at the keyboard, counted in a real browser.</summary>
public sealed class ProposalTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    private const int Paid = 3;

    [Fact]
    public async Task One_check_that_pays_three_invoices_takes_two_typed_values_and_no_click()
    {
        var others = await DemoApp.ClientsAsync(await Demo.ServerAsync());
        var client = await Demo.ClientAsync(invoices: Paid + 1, suits: client => IsCertain(client, others));
        var amount = DemoInvoice.Text(SumOf(client));
        var reference = Reference();
        var page = await SignInAsync(Finance, $"{Payments}?q={reference}");
        await page.EvaluateAsync("() => { window.clicks = 0; addEventListener('click', e => { window.clicks += e.isTrusted && e.detail > 0 ? 1 : 0; }, true); }");

        // A hand that waits for nothing: payer and invoices are found while the number of the check is typed.
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync(amount);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(reference);
        await page.Keyboard.PressAsync("Control+Enter");
        await RegisteredAsync(page);

        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.clicks"));
        await Expect(Row(page, reference)).ToContainTextAsync(client.Name);
        await Expect(Row(page, reference)).ToContainTextAsync(amount);
        var open = (await DemoApp.ClientsAsync(await Demo.ServerAsync())).Single(now => now.Id == client.Id).Open;
        Assert.Equal(client.Open.Skip(Paid).Select(invoice => invoice.Id), open.Select(invoice => invoice.Id));
    }

    [Fact]
    public async Task Proposal_is_taken_by_the_key_that_stands_on_it()
    {
        var client = await Demo.ClientAsync(suits: client => Answer(client, client.Open[0].OutstandingMinor).Only is not null);
        var page = await SignInAsync(Finance, PaymentsOf(client));
        var window = await NewAsync(page);
        await Amount(window).FillAsync(client.Open[0].Outstanding);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Tick(window, client.Open[0])).ToBeCheckedAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(Tick(window, client.Open[0])).Not.ToBeCheckedAsync();
        await Expect(window.GetByRole(AriaRole.Button, new() { Name = "Take" })).ToContainTextAsync("Ctrl E");

        await Amount(window).FocusAsync();
        await page.Keyboard.PressAsync("Control+e");

        await Expect(Tick(window, client.Open[0])).ToBeCheckedAsync();
        await Expect(window.GetByRole(AriaRole.Button, new() { Name = "Taken", Pressed = true })).ToHaveCountAsync(1);
    }

    private static long SumOf(DemoAccount client) => client.Open.Take(Paid).Sum(invoice => invoice.OutstandingMinor);

    // The oldest three add up to something that nothing else does, here or elsewhere.
    private static bool IsCertain(DemoAccount client, IReadOnlyList<DemoAccount> all) =>
        all.All(other => Answer(other, SumOf(client)).Count == (other.Id == client.Id ? 1 : 0));

    private static SumAnswer Answer(DemoAccount client, long minor) => AddsUp.Find(new SumQuestion(
        minor, [.. client.Open.Select((invoice, index) => new OpenItem(invoice.Id, new DateOnly(2026, 1, 1).AddDays(index), invoice.OutstandingMinor))]));
}
