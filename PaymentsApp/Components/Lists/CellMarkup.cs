using Microsoft.AspNetCore.Components;

#pragma warning disable RS0030 // the one place where text is markup: MarkupWriter has encoded it
namespace PaymentsApp.Components.Lists;

/// <summary>HTML as <see cref="MarkupWriter"/>, and nobody else, makes it.</summary>
internal readonly record struct CellMarkup(string Html)
{
    public MarkupString Content => new(Html);
}
