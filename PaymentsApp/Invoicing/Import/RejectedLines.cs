using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Writes the lines that were not taken, with line number and reason in front, so that they can be corrected
/// in a spreadsheet and imported again. The file is made when the first line is rejected.
/// </summary>
public sealed class RejectedLines(string path, FileAnalysis file) : IAsyncDisposable
{
    public const string LineHeader = "Rejected line";
    public const string ReasonHeader = "Rejected because";

    internal const string CardNumberRemoved = "[card number removed]";

    private CsvWriter? _writer;

    public string Path { get; } = path;

    public long Count { get; private set; }

    public async Task AddAsync(CsvLine line, IEnumerable<string> reasons)
    {
        _writer ??= await OpenAsync();
        Count++;
        _writer.WriteField(line.Number.ToString(CultureInfo.InvariantCulture));
        _writer.WriteField(string.Join(" ", reasons));
        WriteCells(_writer, line.Cells);
        await _writer.NextRecordAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
            _writer = null;
        }
    }

    internal static string Escaped(string cell) => CardNumbers.Contains(cell) ? CardNumberRemoved : SpreadsheetText.Escaped(cell);

    private async Task<CsvWriter> OpenAsync()
    {
        // With a byte order mark, so that a spreadsheet reads the accents.
        var text = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = file.Source.Delimiter.ToString(),
        });
        writer.WriteField(LineHeader);
        writer.WriteField(ReasonHeader);
        WriteCells(writer, [.. file.Columns.Select(column => column.Header)]);
        await writer.NextRecordAsync();
        return writer;
    }

    // The two columns of an earlier round are left out: this round writes its own.
    private void WriteCells(CsvWriter writer, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i >= file.Columns.Count || file.Columns[i].Header is not (LineHeader or ReasonHeader))
            {
                writer.WriteField(Escaped(cells[i]));
            }
        }
    }
}
