using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Layout;
using PaymentsApp.Home;
using PaymentsApp.Organizations;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>What a screen offers to whom. What a person may do is decided in the services.</summary>
public sealed class AuthorizationViewTests : ScreenTest
{
    [Fact]
    public async Task New_organization_is_offered_to_Finance_only()
    {
        await App.OrganizationAsync(Rep, "Harbor Coffee");
        Show<OrganizationsPage>(Finance);
        Eventually(() => Assert.Single(Rows("Organizations")));
        Assert.NotEmpty(Links("New organization"));
    }

    [Fact]
    public async Task New_organization_is_not_offered_to_a_rep()
    {
        await App.OrganizationAsync(Rep, "Harbor Coffee");
        Show<OrganizationsPage>(Rep);
        Eventually(() => Assert.Single(Rows("Organizations")));
        Assert.Empty(Links("New organization"));
    }

    [Fact]
    public void Finance_begins_with_the_figures_of_all_accounts()
    {
        Show<HomePage>(Finance);
        Eventually(() => Assert.Contains("Unapplied", Words, StringComparison.Ordinal));
        Assert.Empty(Links("Settings"));
    }

    [Fact]
    public async Task A_rep_begins_with_the_own_clients_and_nobody_elses()
    {
        var foreign = await App.OrganizationAsync(name: "Foreign Foods");
        await App.InvoiceAsync(foreign, due: App.Today.AddDays(-9));
        var own = await App.OrganizationAsync(Rep, "Harbor Coffee");
        await App.InvoiceAsync(own, due: App.Today.AddDays(-9));
        Show<HomePage>(Rep);
        Eventually(() => Assert.Contains("Harbor Coffee", Words, StringComparison.Ordinal));
        Assert.DoesNotContain("Foreign Foods", Words, StringComparison.Ordinal);
        Assert.Empty(Links("Settings"));
    }

    [Fact]
    public async Task An_administrator_begins_with_administration_and_no_accounts()
    {
        Show<HomePage>(await App.AdminAsync());
        Eventually(() => Assert.NotEmpty(Links("Settings")));
        Assert.DoesNotContain("Outstanding", Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_role_is_told_whom_to_ask()
    {
        Show<HomePage>(await App.UserAsync("Nora None"));
        Eventually(() => Assert.Contains("Your account has no rights yet", Words, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_signed_out_is_led_to_the_sign_in()
    {
        Authorization.SetNotAuthorized();
        Render<HomePage>();
        Assert.Contains("/account/sign-in", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_the_account_names_the_person_and_the_roles()
    {
        Show<UserMenu>(await App.UserAsync("Una Universal", PaymentsApp.Domain.Roles.Finance, PaymentsApp.Domain.Roles.Admin));
        Assert.Contains("Una Universal Finance, Administrator", Words, StringComparison.Ordinal);
        Assert.Equal("post", Screen.Find("form[action='/account/sign-out']").GetAttribute("method"));
    }

    private IEnumerable<AngleSharp.Dom.IElement> Links(string text) =>
        Screen.FindAll("a").Where(link => Plain(link.TextContent).StartsWith(text, StringComparison.Ordinal));
}
