using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>What every open Blazor screen costs before it shows anything.</summary>
public sealed class EmptyPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<h1>Empty</h1>");
}
