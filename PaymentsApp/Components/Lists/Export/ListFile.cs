namespace PaymentsApp.Components.Lists.Export;

/// <summary>A list that can be written to a file: what its screen asks for, asked for page by page with the same rights.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
/// <typeparam name="TLine">A line of the file; a row that owes in two currencies is two.</typeparam>
/// <param name="Name">The name of the file, without its ending.</param>
/// <param name="Columns">Title and cell, in order.</param>
/// <param name="LinesOf">What a row becomes.</param>
/// <param name="LoadAsync">The page at a key; null is the first. Filter and order are those of the moment of the click.</param>
public sealed record ListFile<TRow, TLine>(
    string Name,
    IReadOnlyList<(string Title, Func<TLine, ExportCell> Cell)> Columns,
    Func<TRow, IEnumerable<TLine>> LinesOf,
    Func<PageKey?, CancellationToken, Task<Page<TRow>>> LoadAsync) : IListFile
{
    public async Task<long> WriteAsync(ExportFormat format, Stream file, IProgress<long> progress, CancellationToken cancel)
    {
        await using ListFileWriter writer = format == ExportFormat.Csv ? new CsvListWriter(file) : new XlsxListWriter(file);
        await writer.BeginAsync([.. Columns.Select(column => column.Title)], cancel);
        var cells = new ExportCell[Columns.Count];
        long rows = 0;
        for (PageKey? key = null; ;)
        {
            var page = await LoadAsync(key, cancel);
            foreach (var line in page.Rows.SelectMany(LinesOf))
            {
                for (var column = 0; column < cells.Length; column++)
                {
                    cells[column] = Columns[column].Cell(line);
                }

                await writer.WriteAsync(cells, cancel);
                rows++;
            }

            progress.Report(rows);
            if (page.NextKey is null)
            {
                await writer.CompleteAsync(cancel);
                return rows;
            }

            key = PageKey.Parse(page.NextKey);
        }
    }
}
