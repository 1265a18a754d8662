using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PaymentsApp.Invoicing.Import;

/// <summary>A CSV file that can be read from the start as often as needed, one record in memory at a time.</summary>
/// <param name="Path">The file.</param>
/// <param name="Encoding">Its encoding; wrong bytes are refused, not replaced.</param>
/// <param name="Delimiter">The sign between two values.</param>
public sealed record CsvSource(string Path, Encoding Encoding, char Delimiter)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The file's records without blank ones; the header is the first.</summary>
    /// <param name="progress">Told the bytes read so far, now and then.</param>
    /// <exception cref="ImportFileException">The file breaks off being a CSV.</exception>
    public IEnumerable<CsvLine> Read(Action<long>? progress = null)
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize);
        using var guarded = Open(stream);
        string? fault = null;
        using var parser = new CsvParser(guarded, Configuration(Delimiter, () => fault = "A quotation mark stands inside a value without quotes."));

        long start = 1;
        while (ReadNext(parser, start))
        {
            var cells = parser.Record ?? [];
            if (cells.Length > ImportLimits.Columns)
            {
                throw new ImportFileException(
                    $"Line {Text(start)} has more than {ImportLimits.Columns} columns. This is not a CSV file with one invoice per line.");
            }

            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = cells[i].Trim();
            }

            var line = new CsvLine(start, cells, fault);
            start = parser.RawRow + 1;
            fault = null;
            if (!line.IsBlank && !IsDelimiterHint(line))
            {
                progress?.Invoke(stream.Position);
                yield return line;
            }
        }
    }

    // The reader skips the encoding's own byte order mark. Detection stays off: on a mark it would switch
    // to an encoding that replaces wrong bytes silently.
    internal TextReader Open(Stream stream) =>
        new GuardedReader(new StreamReader(stream, Encoding, detectEncodingFromByteOrderMarks: false, BufferSize));

    internal static CsvConfiguration Configuration(char delimiter, Action onBadData) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        DetectDelimiter = false,
        MaxFieldSize = ImportLimits.FieldLength,
        BadDataFound = _ => onBadData(),
    };

    // Excel writes "sep=;" as a first line for itself.
    private static bool IsDelimiterHint(CsvLine line) =>
        line is { Number: 1, Cells: [var first, ..] } && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static bool ReadNext(CsvParser parser, long start)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new ImportFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"A value on line {start} is longer than {ImportLimits.FieldLength:N0} characters: a closing quotation mark is missing, or this is not a CSV file."));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
