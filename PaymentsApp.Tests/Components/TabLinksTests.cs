using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

public sealed class TabLinksTests : ComponentTest
{
    [Theory]
    [InlineData("/finance/collection/payments", "Payments")]
    [InlineData("/finance/collection/payments?q=x", "Payments")]
    [InlineData("/Finance/Collection/Register-Payments", "Register payments")]
    [InlineData("/finance/collection/other", null)]
    public void The_tab_of_the_address_is_the_current_one(string address, string? current)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var tabs = Render<TabLinks>(links => links
            .Add(l => l.Label, "Collection")
            .Add(l => l.Tabs, [new("Register payments", "/finance/collection/register-payments"), new("Payments", "/finance/collection/payments")]));

        Assert.Equal(current, tabs.FindAll("a[aria-current=page]").SingleOrDefault()?.TextContent);
        Assert.Equal("/finance/collection/payments", tabs.FindAll("a")[1].GetAttribute("href"));
        Assert.Equal("Collection", tabs.Find("nav").GetAttribute("aria-label"));
    }
}
