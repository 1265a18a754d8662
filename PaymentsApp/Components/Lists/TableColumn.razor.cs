using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Lists;

/// <summary>A column of a <see cref="PagedTable{TRow}"/>. It draws nothing itself: the table asks it.</summary>
public sealed partial class TableColumn<TRow> : ComponentBase, IDisposable
{
    /// <summary>The header's text; on a phone the label before the value.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>
    /// The cell: context is the row, and the row alone decides what it shows, since a cell is drawn anew only when its row
    /// has changed. Plain markup, see <see cref="MarkupWriter"/>: what is a component elsewhere has an <c>Of</c> for cells.
    /// </summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> ChildContent { get; set; } = default!;

    /// <summary>What <see cref="ListState.Sort"/> is when sorted by this column; null: not sortable.</summary>
    [Parameter] public string? SortKey { get; set; }

    [Parameter] public ColumnAlign Align { get; set; }

    /// <summary>CSS class of the cells.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>A CSS width, such as 9rem; null lets the content decide.</summary>
    [Parameter] public string? Width { get; set; }

    /// <summary>Gone below 1000 px, where the list is still a table.</summary>
    [Parameter] public bool IsHiddenWhenNarrow { get; set; }

    /// <summary>Gone below 600 px, where each row is a card.</summary>
    [Parameter] public bool IsHiddenOnCards { get; set; }

    [CascadingParameter] private PagedTable<TRow> Table { get; set; } = default!;

    protected override void OnInitialized() => Table.Add(this);

    public void Dispose() => Table.Remove(this);

    internal string CellClass => string.Join(' ', new[]
    {
        Align == ColumnAlign.End ? "end num" : null,
        IsHiddenWhenNarrow ? "wide-only" : null,
        IsHiddenOnCards ? "table-only" : null,
        Class,
    }.OfType<string>());

    internal string? Style => Width is null ? null : $"width:{Width}";

    internal CellMarkup Cell(TRow row, string role, MarkupWriter writer) => writer.Write(
        $"<td role=\"{role}\" class=\"{CellClass}\" data-label=\"{MarkupWriter.Encode(Title)}\">", ChildContent(row), "</td>");
}
