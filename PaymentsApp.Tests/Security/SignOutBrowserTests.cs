using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

public sealed class SignOutBrowserTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Signing_out_in_one_tab_closes_the_others_at_once()
    {
        await using var app = await AppServer.StartAsync();
        var first = await OpenAsync(app, "/account/sign-in");
        await first.GetByRole(AriaRole.Button, new() { Name = "Ada Stone" }).ClickAsync();
        await first.WaitForURLAsync(new Uri(app.Address, "/").ToString());
        var second = await OpenAsync(first.Context, "/admin/users");
        await Assertions.Expect(second.GetByRole(AriaRole.Link, new() { Name = "Ray Ortiz" })).ToBeVisibleAsync();

        await first.Locator("summary[aria-label^='Account']").Or(first.Locator("header summary")).First.ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Assertions.Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByText("You are signed out.")).ToBeVisibleAsync();
        await second.GoBackAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Assertions.Expect(second.GetByText("Ray Ortiz", new() { Exact = true })).ToBeVisibleAsync(); // the demo button, not the list
        Assert.Contains("/account/sign-in", second.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivated_person_is_shown_the_door_while_working()
    {
        await using var app = await AppServer.StartAsync();
        var rep = await OpenAsync(app, "/account/sign-in");
        await rep.GetByRole(AriaRole.Button, new() { Name = "Ray Ortiz" }).ClickAsync();
        await Assertions.Expect(rep.Locator("nav")).ToContainTextAsync("Organizations");
        var admin = await OpenAsync(app, "/account/sign-in");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Ada Stone" }).ClickAsync();
        await admin.WaitForURLAsync(new Uri(app.Address, "/").ToString());
        await admin.GotoAsync("/admin/users/demo-rep-1");

        await admin.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();

        await Assertions.Expect(rep.GetByText("You are signed out.")).ToBeVisibleAsync();
        await Assertions.Expect(rep.GetByText("Ray Ortiz")).Not.ToBeVisibleAsync(); // no longer offered
    }
}
