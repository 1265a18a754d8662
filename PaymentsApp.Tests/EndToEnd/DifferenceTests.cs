using Microsoft.Playwright;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A customer pays too little: part is written off, part is asked about.</summary>
public sealed class DifferenceTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Short_pay_is_written_off_in_part_and_the_rep_answers_for_the_rest()
    {
        var client = await Demo.ClientAsync(DemoPeople.FirstRepId, invoices: 1);
        var invoice = client.Open[0];
        var rep = await SignInAsync(Rep, "/");
        var finance = await SignInAsync(Finance, RegisterOf(client));

        await Row(finance, invoice.Number).ClickAsync();
        var window = await NewAsync(finance);
        await Expect(Amount(window)).ToHaveValueAsync(invoice.Outstanding);
        await Amount(window).FillAsync(DemoInvoice.Text(invoice.OutstandingMinor - 15_00));
        await Amount(window).PressAsync("Tab");
        await Tick(window, invoice).FocusAsync();
        await Expect(window.GetByRole(AriaRole.Button, new() { Name = $"Difference on invoice {invoice.Number}" })).ToBeVisibleAsync();
        await finance.Keyboard.PressAsync("d");
        await window.GetByLabel("What becomes of the difference").SelectOptionAsync("Write-off");
        await window.GetByLabel("Amount of the difference").FillAsync("10.00");
        await window.GetByLabel("Amount of the difference").PressAsync("Tab");
        await window.GetByRole(AriaRole.Button, new() { Name = "Another difference" }).ClickAsync();
        await Expect(window.GetByLabel("Amount of the difference").Last).ToHaveValueAsync("5.00");
        await window.GetByLabel("Reason of the difference").Last.SelectOptionAsync("Price not as agreed");
        await window.GetByLabel("Note on the difference").Last.FillAsync("They expected the rate of last year");
        await Expect(window.GetByRole(AriaRole.Group, new() { Name = "How the invoices are settled" })).ToContainTextAsync("10.00");
        await Save(window).ClickAsync();
        await RegisteredAsync(finance);

        // The rep's start page was open all the time.
        var dispute = rep.GetByRole(AriaRole.Article, new() { Name = $"Dispute on invoice {invoice.Number}" });
        await Expect(dispute).ToContainTextAsync("They expected the rate of last year");
        await dispute.GetByLabel($"Answer to the dispute on {invoice.Number}").FillAsync("I promised it, please credit");
        await dispute.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(dispute).ToContainTextAsync("I promised it, please credit");

        await dispute.GetByRole(AriaRole.Link, new() { Name = invoice.Number }).ClickAsync();
        await rep.WaitForURLAsync("**/finance/invoices/*");
        await AliveAsync(rep);
        await Expect(rep.GetByRole(AriaRole.Cell, new() { Name = "Write-off (Small difference)" })).ToBeVisibleAsync();
        await Expect(rep.GetByRole(AriaRole.Button, new() { Name = "Adjust" })).ToHaveCountAsync(0);
    }
}
