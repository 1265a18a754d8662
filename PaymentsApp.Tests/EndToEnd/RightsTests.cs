using System.Net;
using Microsoft.Playwright;
using PaymentsApp.Security;
using PaymentsApp.Tests.Security;
using PaymentsApp.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A hidden button is no right: what is not yours is not there, whatever is typed into the address.</summary>
public sealed class RightsTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    [Fact]
    public async Task Rep_cannot_reach_a_foreign_client_or_its_payment_or_invoice_by_address()
    {
        var client = await Demo.ClientAsync(DemoPeople.SecondRepId);
        var invoice = client.Open[0];
        var owner = await SignInAsync(OtherRep, PaymentsOf(client));
        var window = await NewAsync(owner);
        await Tick(window, invoice).CheckAsync();
        await Save(window).ClickAsync();
        await RegisteredAsync(owner);
        var payment = await owner.Locator("a[href^='payments/']").First.GetAttributeAsync("href");

        var rep = await SignInAsync(Rep, "/ad-sales/organizations");
        foreach (var path in new[]
        {
            $"/ad-sales/organizations/{client.Id}", $"/ad-sales/organizations/{client.Id}/overview", $"/ad-sales/organizations/{client.Id}/invoices",
            PaymentsOf(client), $"/ad-sales/organizations/{client.Id}/contacts", "/ad-sales/organizations/999999/payments",
            $"/{payment}", $"/payments/{Guid.CreateVersion7()}",
        })
        {
            await rep.GotoAsync(path);
            await Expect(rep.GetByText("Nothing here")).ToBeVisibleAsync();
            await Expect(rep.GetByText(client.Name)).ToHaveCountAsync(0);
        }

        await rep.GotoAsync($"/finance/invoices/{invoice.Id}");
        await Expect(rep.GetByText("No such invoice")).ToBeVisibleAsync();
        await Expect(rep.GetByText(client.Name)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Rep_opens_an_invoice_of_an_own_client_by_its_number()
    {
        var client = (await DemoApp.ClientsAsync(await Demo.ServerAsync(), DemoPeople.FirstRepId))[^1];
        var page = await SignInAsync(Rep, $"/ad-sales/organizations/{client.Id}/invoices");

        await page.GetByRole(AriaRole.Link, new() { Name = client.Open[0].Number }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Invoice {client.Open[0].Number}" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Address_of_another_role_leads_to_the_page_that_says_so()
    {
        var server = await Demo.ServerAsync();
        var wrong = new List<string>();
        foreach (var (person, allowed) in new[]
        {
            (DemoPeople.FirstRepId, new[] { SecurityPolicies.OrganizationsAccess }),
            (DemoPeople.FinanceId, [SecurityPolicies.OrganizationsAccess, SecurityPolicies.Finance]),
            (DemoPeople.AdminId, [SecurityPolicies.Admin]),
        })
        {
            using var web = new WebPerson(server);
            (await web.DemoSignInAsync(person)).Dispose();
            foreach (var (path, policy) in PageRightsTests.Pages)
            {
                using var answer = await web.GetAsync(path);
                var isShown = answer.StatusCode == HttpStatusCode.OK;
                var isRefused = answer.Headers.Location?.AbsolutePath == "/account/no-access";
                if (isShown != allowed.Contains(policy) || isRefused == isShown)
                {
                    wrong.Add($"{person} at {path}: {answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Rep_does_not_find_a_foreign_client_by_any_search()
    {
        var foreign = (await DemoApp.ClientsAsync(await Demo.ServerAsync(), DemoPeople.SecondRepId))[0];
        var own = (await DemoApp.ClientsAsync(await Demo.ServerAsync(), DemoPeople.FirstRepId))[0];
        var page = await SignInAsync(Rep, $"/ad-sales/organizations?q={foreign.CustomerNumber}");
        await Expect(page.GetByText("Nothing found")).ToBeVisibleAsync();

        await GoAsync(page, PaymentsOf(own));
        var window = await NewAsync(page);
        var payer = window.GetByRole(AriaRole.Combobox, new() { Name = "Payer" });
        foreach (var text in new[] { foreign.Name, foreign.CustomerNumber, foreign.Open[0].Number })
        {
            await payer.FillAsync(text);
            await Expect(window.GetByText("No client account matches")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Signing_out_closes_the_persons_other_window()
    {
        var page = await SignInAsync(OtherRep, "/ad-sales/organizations");
        var other = await AnotherAsync(page, "/");

        await page.GetByLabel("Account of").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in**");

        await other.WaitForURLAsync("**/account/sign-in**");
        await other.GotoAsync("/ad-sales/organizations");
        await other.WaitForURLAsync("**/account/sign-in**");
    }

    [Fact]
    public async Task Signing_out_leaves_the_same_persons_other_browser_alone()
    {
        var page = await SignInAsync(OtherRep, "/ad-sales/organizations");
        var elsewhere = await SignInAsync(OtherRep, "/ad-sales/organizations");

        await page.GetByLabel("Account of").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in**");

        await GoAsync(elsewhere, "/ad-sales/organizations");
        await Expect(elsewhere.GetByRole(AriaRole.Heading, new() { Name = "Organizations" })).ToBeVisibleAsync();
    }
}
