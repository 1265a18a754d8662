using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Lists;

// What the markup asks: rows, selection and texts.
public sealed partial class PagedTable<TRow>
{
    private bool IsSelectable => SelectedChanged.HasDelegate || RowOpened.HasDelegate;

    private string CellRole => IsSelectable ? "gridcell" : "cell";

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

    private bool IsSelected(TableLine<TRow> line) => line.Key.Equals(_selectedKey);

    private string? AriaSelected(TableLine<TRow> line) => !IsSelectable ? null : IsSelected(line) ? "true" : "false";

    // Roving tabindex: one row of the list is a tab stop.
    private string? TabIndexOf(TableLine<TRow> line) =>
        !IsSelectable ? null : (_selectedKey is null ? ReferenceEquals(line, _lines[0]) : IsSelected(line)) ? "0" : "-1";

    private string ClassOf(TableLine<TRow> line) => IsSelected(line) ? line.Class + " selected" : line.Class;

    // A row that has not changed keeps its cells, so both render trees of the table hold one text.
    private TableLine<TRow>[] LinesOf(IReadOnlyList<TRow> rows, IReadOnlyList<TableLine<TRow>> before)
    {
        var known = before.ToDictionary(line => line.Key);
        var role = CellRole;
        using var writer = new MarkupWriter();
        return [.. rows.Select(LineOf)];

        TableLine<TRow> LineOf(TRow row)
        {
            var key = RowKey(row);
            return known.TryGetValue(key, out var line) && line.Row.Equals(row)
                ? line with { Class = ClassesOf(row, key) }
                : new(row, key, KeyText(key), ClassesOf(row, key), [.. _columns.Select(column => column.Cell(row, role, writer))]);
        }
    }

    private static string KeyText(object key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    private TableLine<TRow>? LineOf(RowEventArgs e) => _lines.FirstOrDefault(line => line.KeyText == e.Key);

    private string ClassesOf(TRow row, object key) => string.Join(' ', new[]
    {
        IsSelectable ? "selectable" : null,
        LateClass(DaysLate?.Invoke(row) ?? 0),
        _highlight.ClassOf(key),
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

    // Null when the row has left the page before the browser's word arrived.
    private async Task SelectAsync(TableLine<TRow>? line)
    {
        if (line is not null && IsSelectable && !IsSelected(line))
        {
            _selectedKey = line.Key;
            await SelectedChanged.InvokeAsync(line.Row);
        }
    }

    private async Task OpenAsync(TableLine<TRow>? line)
    {
        if (line is not null)
        {
            await SelectAsync(line);
            await RowOpened.InvokeAsync(line.Row);
        }
    }
}
