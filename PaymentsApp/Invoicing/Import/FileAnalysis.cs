using System.Globalization;
using System.Text;

namespace PaymentsApp.Invoicing.Import;

/// <summary>What one pass over the whole file found out. The file was readable to its end.</summary>
/// <param name="Source">How to read the file again.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Lines">Records below the header.</param>
/// <param name="HeaderLine">The physical line of the header.</param>
/// <param name="Width">Values in the header with the empty ones at its end, which are no columns.</param>
/// <param name="Columns">In the file's order.</param>
/// <param name="Preview">The first records.</param>
public sealed record FileAnalysis(
    CsvSource Source,
    long Bytes,
    long Lines,
    long HeaderLine,
    int Width,
    IReadOnlyList<ColumnFacts> Columns,
    IReadOnlyList<CsvLine> Preview)
{
    private const int StartBytes = 64 * 1024;
    private const int LinesBetweenChecks = 500;

    /// <param name="path">The file.</param>
    /// <param name="encoding">One of <see cref="TextEncodings.Names"/>, or null to find out.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="ImportFileException">The file is not a readable CSV.</exception>
    public static FileAnalysis Read(string path, string? encoding, Action<long>? progress, CancellationToken cancel)
    {
        var source = Open(path, encoding, out var bytes);
        CsvLine? header = null;
        ColumnFacts[] columns = [];
        var preview = new List<CsvLine>();
        long lines = 0;
        foreach (var line in source.Read(progress))
        {
            if (header is null)
            {
                header = line;
                columns = ColumnsOf(line.Cells);
                continue;
            }

            if (++lines % LinesBetweenChecks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (preview.Count < ImportLimits.PreviewLines)
            {
                preview.Add(line);
            }

            // A line of another length is refused later; its values may stand in the wrong columns.
            if (line.Fault is null && line.Cells.Count >= columns.Length && line.Cells.Count <= header.Cells.Count)
            {
                AddTo(columns, line.Cells);
            }
        }

        if (header is null)
        {
            throw new ImportFileException("The file is empty.");
        }

        return lines == 0
            ? throw new ImportFileException("The file has a line with column names but no lines below it.")
            : new FileAnalysis(source, bytes, lines, header.Number, header.Cells.Count, columns, preview);
    }

    // Exports that end each line with a separator have an empty last column, at times in the header only.
    private static ColumnFacts[] ColumnsOf(IReadOnlyList<string> names)
    {
        var count = names.Count;
        while (count > 1 && names[count - 1].Length == 0)
        {
            count--;
        }

        return [.. names.Take(count).Select((name, index) => new ColumnFacts(index, name))];
    }

    private static void AddTo(ColumnFacts[] columns, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Add(cells[i]);
        }
    }

    private static CsvSource Open(string path, string? chosenEncoding, out long bytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        bytes = stream.Length;
        var start = new byte[Math.Min(StartBytes, bytes)];
        stream.ReadExactly(start);
        if (bytes == 0)
        {
            throw new ImportFileException("The file is empty.");
        }

        if (FileKind.WhyNotCsv(start) is { } otherKind)
        {
            throw new ImportFileException(otherKind);
        }

        var source = new CsvSource(path, TextEncodings.Find(start, chosenEncoding), ',');
        var text = ReadStart(source, stream);
        if (FileKind.WhyNotCsv(text) is { } otherText)
        {
            throw new ImportFileException(otherText);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ImportFileException("The file is empty.");
        }

        return DelimiterDetection.Find(text, isWhole: text.Length < StartBytes) is { } delimiter
            ? source with { Delimiter = delimiter }
            : throw new ImportFileException(
                "This is not a CSV file: no comma, semicolon, tab or bar divides its lines into columns.");
    }

    private static string ReadStart(CsvSource source, Stream stream)
    {
        stream.Position = 0;
        using var reader = source.Open(stream);
        var text = new char[StartBytes];
        return new string(text, 0, reader.ReadBlock(text, 0, text.Length));
    }

    /// <summary>“UTF-8, semicolon”: what was found out, for the screen.</summary>
    public string Describe()
    {
        var delimiter = Source.Delimiter switch
        {
            ',' => "comma",
            ';' => "semicolon",
            '\t' => "tab",
            _ => "bar",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(Source.Encoding)}, separated by {delimiter}, {Columns.Count} columns, {Lines:N0} lines");
    }

    private static string Name(Encoding encoding) => encoding.WebName.StartsWith("utf-16", StringComparison.Ordinal)
        ? "UTF-16"
        : encoding.CodePage == 1252 ? "Windows-1252" : "UTF-8";
}
