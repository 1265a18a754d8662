using AngleSharp.Dom;
using Bunit;
using PaymentsApp.Components.Lists;

namespace PaymentsApp.Tests.Support;

/// <summary>What the browser tells of a list's row. Which keys and clicks lead to it: <c>TableBrowserTests</c>.</summary>
internal static class ListRows
{
    public static void SelectRow(this IElement row) => row.TriggerEvent("onrowselect", Of(row));

    public static void OpenRow(this IElement row) => row.TriggerEvent("onrowopen", Of(row));

    private static RowEventArgs Of(IElement row) =>
        new() { Key = row.GetAttribute("data-key") ?? throw new InvalidOperationException("The row cannot be selected.") };
}
