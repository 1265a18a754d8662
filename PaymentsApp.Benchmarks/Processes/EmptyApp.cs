using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>The document around <see cref="EmptyPage"/>.</summary>
[Route("/")]
public sealed class EmptyApp : ComponentBase
{
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html><html><head><base href=\"/\" /></head><body>");
        builder.OpenComponent<EmptyPage>(1);
        builder.AddComponentRenderMode(Interactive);
        builder.CloseComponent();
        builder.AddMarkupContent(2, "<script src=\"_framework/blazor.web.js\"></script></body></html>");
    }
}
