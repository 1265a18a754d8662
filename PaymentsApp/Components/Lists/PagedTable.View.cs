using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaymentsApp.Components.Lists;

// What the markup asks: selection, keys and texts.
public sealed partial class PagedTable<TRow>
{
    private bool IsSelectable => SelectedChanged.HasDelegate || RowOpened.HasDelegate;

    private IEnumerable<TableColumn<TRow>> SortableColumns => _columns.Where(column => column.SortKey is not null);

    private string SortChoice => (State.IsDescending ? "-" : "") + State.Sort;

    private string CountText
    {
        get
        {
            if (_page is null)
            {
                return _problem is null ? "Loading…" : "";
            }

            var isOnlyPage = (_page.PreviousKey ?? _page.NextKey) is null;
            return _page.Rows.Count switch
            {
                0 => "",
                1 when isOnlyPage => "1 row",
                var count when isOnlyPage => $"{count} rows",
                var count when _page.Total is { } total => $"{count} of {total} rows",
                var count => $"{count} rows on this page",
            };
        }
    }

    private TRow? RowWith(object? key) =>
        key is null || _page is null ? default : _page.Rows.FirstOrDefault(row => RowKey(row).Equals(key));

    private bool IsSelected(TRow row) => _selectedKey is not null && RowKey(row).Equals(_selectedKey);

    private string? AriaSelected(TRow row) => !IsSelectable ? null : IsSelected(row) ? "true" : "false";

    // Roving tabindex: one row of the list is a tab stop.
    private string? TabIndexOf(TRow row, int index) =>
        !IsSelectable ? null : (_selectedKey is null ? index == 0 : IsSelected(row)) ? "0" : "-1";

    private string RowClassOf(TRow row) => string.Join(' ', new[]
    {
        IsSelectable ? "selectable" : null,
        IsSelected(row) ? "selected" : null,
        LateClass(DaysLate?.Invoke(row) ?? 0),
        _highlight.ClassOf(RowKey(row)),
        RowClass?.Invoke(row),
    }.OfType<string>());

    private static string? LateClass(int days) => days switch
    {
        <= 0 => null,
        <= 14 => "late-1",
        <= 30 => "late-2",
        <= 60 => "late-3",
        <= 90 => "late-4",
        _ => "late-5",
    };

    private string? AriaSort(TableColumn<TRow> column) =>
        column.SortKey is null ? null
        : column.SortKey != State.Sort ? "none"
        : State.IsDescending ? "descending" : "ascending";

    private string Arrow(TableColumn<TRow> column) =>
        column.SortKey != State.Sort ? "" : State.IsDescending ? "↓" : "↑";

    private void ChooseSort(ChangeEventArgs e)
    {
        if (e.Value is string { Length: > 0 } choice)
        {
            State.SetSort(choice.TrimStart('-'), choice[0] == '-');
        }
    }

    private async Task SelectAsync(TRow? row)
    {
        var key = row is null ? null : RowKey(row);
        if (IsSelectable && !Equals(key, _selectedKey))
        {
            _selectedKey = key;
            await SelectedChanged.InvokeAsync(row);
        }
    }

    private async Task OpenAsync(TRow row)
    {
        await SelectAsync(row);
        await RowOpened.InvokeAsync(row);
    }

    private Task OnRowKeyAsync(KeyboardEventArgs e, int index)
    {
        if (!IsSelectable || _page is not { Rows: { Count: > 0 } rows } || index >= rows.Count || e.CtrlKey || e.AltKey || e.MetaKey)
        {
            return Task.CompletedTask;
        }

        return e.Key switch
        {
            "ArrowDown" => SelectAsync(rows[Math.Min(index + 1, rows.Count - 1)]),
            "ArrowUp" => SelectAsync(rows[Math.Max(index - 1, 0)]),
            "Home" => SelectAsync(rows[0]),
            "End" => SelectAsync(rows[^1]),
            " " => SelectAsync(rows[index]),
            "Enter" => OpenAsync(rows[index]),
            _ => Task.CompletedTask,
        };
    }
}
