using System.Globalization;
using System.Text;
using CsvHelper;
using PaymentsApp.Domain;

namespace PaymentsApp.Components.Lists.Export;

/// <summary>CSV in UTF-8 with its mark: comma, figures with a point, dates as yyyy-MM-dd; text that a spreadsheet would take for a formula is escaped.</summary>
internal sealed class CsvListWriter : ListFileWriter
{
    private readonly CsvWriter _csv;

    public CsvListWriter(Stream file) => _csv = new CsvWriter(
        new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), CultureInfo.InvariantCulture);

    public override Task BeginAsync(IReadOnlyList<string> titles, CancellationToken cancel) => WriteAsync([.. titles.Select(ExportCell.Of)], cancel);

    public override async Task WriteAsync(IReadOnlyList<ExportCell> cells, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var cell in cells)
        {
            _csv.WriteField(cell.Kind == ExportCellKind.Text ? SpreadsheetText.Escaped(cell.Text) : cell.Text);
        }

        await _csv.NextRecordAsync();
    }

    public override Task CompleteAsync(CancellationToken cancel) => _csv.FlushAsync();

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();
}
