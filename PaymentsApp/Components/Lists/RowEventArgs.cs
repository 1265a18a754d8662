namespace PaymentsApp.Components.Lists;

/// <summary>What the browser tells of a row (js/table.js): one handler serves a whole list.</summary>
public sealed class RowEventArgs : EventArgs
{
    /// <summary>The row's <c>data-key</c>. Foreign text: look it up among the rows that are shown.</summary>
    public string Key { get; set; } = "";
}
