using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Layout;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Layout;

public sealed class NavMenuTests : ComponentTest
{
    [Theory]
    [InlineData("Home Collection Invoices Journal Organizations", Roles.Finance)]
    [InlineData("Home Organizations", Roles.AdSales)]
    [InlineData("Home Users Settings Audit log", Roles.Admin)]
    [InlineData("Home Collection Invoices Journal Organizations Users Settings Audit log", Roles.Finance, Roles.Admin)]
    [InlineData("Home")]
    public void Each_role_is_offered_its_own_places(string places, params string[] roles)
    {
        SignIn("1", "Anna Berg", roles);

        var menu = Render<NavMenu>();

        Assert.Equal(places, string.Join(' ', menu.FindAll("a").Select(link => link.TextContent)));
    }

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/finance/collection/payments", "Collection")]
    [InlineData("/finance/invoices/import", "Invoices")]
    [InlineData("/ad-sales/organizations/5/payments", "Organizations")]
    [InlineData("/payments/5", null)]
    public void The_place_of_the_address_is_marked(string address, string? place)
    {
        SignIn("1", "Anna Berg", Roles.Finance);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var menu = Render<NavMenu>();

        Assert.Equal(place, menu.FindAll("[aria-current=page]").SingleOrDefault()?.TextContent);
    }

    [Fact]
    public void The_mark_follows_the_way_through_the_program()
    {
        SignIn("1", "Anna Berg", Roles.Finance);
        var menu = Render<NavMenu>();

        Services.GetRequiredService<NavigationManager>().NavigateTo("/finance/invoices");

        menu.WaitForAssertion(() => Assert.Equal("Invoices", menu.Find("[aria-current=page]").TextContent));
    }
}
