namespace PaymentsApp.Banking.Reading.Table;

/// <summary>
/// Movements in a table: a preamble, heads or none, rows with a date and an amount, totals below. Dates and decimals are
/// decided per table, never per row; what stays open is asked.
/// </summary>
internal static class TableReader
{
    private static readonly TableRow Done = new([], default);

    public static IReadOnlyList<StatementBuilder> ReadSeparated(SourceText source, BankFileChoices choices, CancellationToken cancel)
    {
        if (source.Text.AsSpan(0, Math.Min(source.Text.Length, 4096)).IndexOf('\u0001') >= 0)
        {
            throw new UnreadableFileException("This is no text.", source.At(0));
        }

        return Read("CSV", SeparatedValues.Rows(source, cancel), source, choices, cancel);
    }

    public static IReadOnlyList<StatementBuilder> Read(string format, List<TableRow> all, SourceText source, BankFileChoices choices, CancellationToken cancel)
    {
        var rows = all.Where(row => !row.IsBlank).ToList();
        var heads = rows.FindIndex(0, Math.Min(rows.Count, 100), row => TableColumns.OfHeads(row) is not null);
        var body = heads >= 0 ? rows[(heads + 1)..] : [.. rows];
        var preamble = heads >= 0 ? rows[..heads] : [];
        var columns = heads >= 0 ? TableColumns.OfHeads(rows[heads])! : null;
        var data = body.Where(row => columns is null ? HasDateAndAmount(row) : DateText.Is(row[columns.First(ColumnRole.BookedOn)])).ToList();
        if (data.Count == 0)
        {
            if (columns is null)
            {
                throw new UnreadableFileException("This is no bank file of a known format: there is no row with a date and an amount.", rows.Count > 0 ? rows[0].At : null);
            }

            // Heads without rows: a day without movements.
            return [new StatementBuilder(format, source, rows[heads].At) { MustAddUp = false }];
        }

        columns ??= TableColumns.OfContent(data, choices, data[0].At);
        columns.Settle(data);
        var statements = new TableStatements(format, source, columns, data, preamble, choices);

        // What is read is let go: of a large file the cells would outweigh the entries.
        all.Clear();
        data.Clear();
        rows.Clear();
        for (var i = 0; i < body.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            statements.Take(body[i]);
            body[i] = Done;
        }

        return statements.End(preamble);
    }

    private static bool HasDateAndAmount(TableRow row) =>
        Array.Exists(row.Cells, DateText.Is) && Array.Exists(row.Cells, cell => !DateText.Is(cell) && AmountText.Read(cell) is not null);
}
