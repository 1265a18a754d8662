using Bunit;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Layout;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Layout;

public sealed class PageErrorBoundaryTests : ComponentTest
{
    private bool _fails = true;

    [Fact]
    public void A_failing_page_tells_a_number_and_nothing_about_the_cause()
    {
        var boundary = Show();

        Assert.Contains("This page did not work", boundary.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Matches("error number [0-9a-f]{8}", boundary.Find("[role=alert]").TextContent);
        Assert.DoesNotContain("password", boundary.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Trying_again_shows_the_page_when_it_works()
    {
        var boundary = Show();

        _fails = false;
        boundary.FindAll("button").Single(button => button.TextContent == "Try again").Click();

        Assert.Equal("fine", boundary.Markup);
    }

    private IRenderedComponent<PageErrorBoundary> Show() =>
        Render<PageErrorBoundary>(boundary => boundary.Add(b => b.ChildContent, Page()));

    private RenderFragment Page() => builder =>
    {
        builder.OpenComponent<Failing>(0);
        builder.AddComponentParameter(1, nameof(Failing.Fails), () => _fails);
        builder.CloseComponent();
    };

    private sealed class Failing : ComponentBase
    {
        [Parameter] public Func<bool> Fails { get; set; } = default!;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Fails() ? throw new InvalidOperationException("password=secret") : "fine");
    }
}
