namespace PaymentsApp.Components.Lists;

/// <summary>Makes a <see cref="Page{TRow}"/> from what a query fetched.</summary>
public static class Paging
{
    /// <summary>Rows per page. Queries fetch one more, to know whether a page follows.</summary>
    public const int Size = 50;

    /// <summary>Rows that an export asks for at once.</summary>
    public const int ExportSize = 1_000;

    /// <summary>
    /// The page from up to <see cref="Size"/> + 1 rows fetched beyond <paramref name="key"/>. When the key looks
    /// backwards the query sorted the other way round; the rows are turned here.
    /// </summary>
    public static Page<TRow> PageOf<TRow>(
        IReadOnlyList<TRow> fetched, PageKey? key, Func<TRow, (string Value, string Id)> keyOf, BoundedCount? total = null, int size = Size)
    {
        var hasMore = fetched.Count > size;
        TRow[] rows = [.. fetched.Take(size)];
        if (key is { IsBackwards: true })
        {
            Array.Reverse(rows);
        }

        if (rows.Length == 0)
        {
            return new(rows, Total: total);
        }

        var hasPrevious = key is { IsBackwards: true } ? hasMore : key is not null;
        var hasNext = key is { IsBackwards: true } || hasMore;
        return new(
            rows,
            hasPrevious ? Key(isBackwards: true, rows[0]) : null,
            hasNext ? Key(isBackwards: false, rows[^1]) : null,
            total);

        string Key(bool isBackwards, TRow row)
        {
            var (value, id) = keyOf(row);
            return new PageKey(isBackwards, value, id).ToString();
        }
    }
}
