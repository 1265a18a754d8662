using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Lists;

// What stands around the columns: ticks, the button that unfolds a row, the export.
public sealed partial class PagedTable<TRow>
{
    private readonly HashSet<object> _unfolded = [];

    /// <summary>Which rows are ticked, on this page and on others; null: rows cannot be ticked.</summary>
    [Parameter] public TickSet? Ticks { get; set; }

    /// <summary>After each tick.</summary>
    [Parameter] public EventCallback TicksChanged { get; set; }

    /// <summary>What a row unfolds; null: nothing.</summary>
    [Parameter] public RenderFragment<TRow>? Detail { get; set; }

    /// <summary>What the list is written to a file as; null: it is not.</summary>
    [Parameter] public Func<Export.IListFile>? Export { get; set; }

    /// <summary>What a row is called, for screen readers; its key unless stated.</summary>
    [Parameter] public Func<TRow, string>? RowName { get; set; }

    private string NameOf(TableLine<TRow> line) => RowName?.Invoke(line.Row) ?? line.KeyText;

    private bool IsUnfolded(TableLine<TRow> line) => _unfolded.Contains(line.Key);

    private void Unfold(TableLine<TRow> line)
    {
        if (!_unfolded.Remove(line.Key))
        {
            _unfolded.Add(line.Key);
        }
    }

    private Task Tick(TableLine<TRow> line)
    {
        Ticks!.Turn(line.Key);
        return TicksChanged.InvokeAsync();
    }

    private Task TickAll(ChangeEventArgs e)
    {
        Ticks!.SetAll(e.Value is true);
        return TicksChanged.InvokeAsync();
    }
}
