using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using PaymentsApp.Banking.Reading;
using PaymentsApp.Banking.Reading.Table;

namespace PaymentsApp.Banking.Remittances;

/// <summary>Takes a remittance advice apart into rows, whatever it came as.</summary>
internal static partial class RemittanceRows
{
    /// <summary>More rows than this are a file for the import, not an advice for one payment.</summary>
    public const int RowsMax = 20_000;

    private const int NoColumn = -1;

    /// <exception cref="UnreadableFileException">It is none of the known kinds, or damaged.</exception>
    public static IReadOnlyList<RemittanceRow> Of(byte[] bytes, CancellationToken cancel)
    {
        var rows = bytes.AsSpan().StartsWith("%PDF"u8) ? PdfRows.Of(bytes, cancel)
            : BankZip.Is(bytes) ? OfWorkbook(bytes, cancel)
            : OfText(bytes, cancel);
        return rows.Count <= RowsMax ? rows : throw TooManyRows();
    }

    /// <summary>A line of text: parts stand apart by a tab or two blanks; a part that is no amount as a whole falls into words.</summary>
    public static RemittanceRow OfLine(string line, int number)
    {
        var cells = new List<RemittanceCell>();
        foreach (Match part in Parts().Matches(line))
        {
            var whole = new RemittanceCell(part.Value, NoColumn);
            if (whole.IsDate || (whole.Amount is not null && OneAmount().IsMatch(part.Value)))
            {
                cells.Add(whole);
                continue;
            }

            cells.AddRange(Words().Matches(part.Value).Select(word => new RemittanceCell(word.Value, NoColumn)));
        }

        return new RemittanceRow(number, cells);
    }

    private static List<RemittanceRow> OfText(byte[] bytes, CancellationToken cancel)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4_000)).Contains((byte)0) && bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
        {
            throw new UnreadableFileException("This is no text, CSV, XLSX or PDF.");
        }

        var source = SourceText.Decode(bytes);
        if (source.Lines > RowsMax)
        {
            throw TooManyRows();
        }

        var lines = TextLine.Of(source.Text).Select(line => (line.Text, Number: source.LineOf(line.Index))).ToList();
        if (IsSeparated(lines.ConvertAll(line => line.Text)))
        {
            return [.. SeparatedValues.Rows(source, cancel).Where(row => !row.IsBlank).Select(Row)];
        }

        return lines.ConvertAll(line => OfLine(line.Text, line.Number));
    }

    // The same number of semicolons, tabs or bars in nearly every line; commas stand in sentences and in amounts too.
    private static bool IsSeparated(List<string> lines)
    {
        foreach (var sign in ";\t|,")
        {
            var counts = lines.ConvertAll(line => Count(line, sign));
            var usual = counts.Where(count => count > 0).GroupBy(count => count).MaxBy(group => group.Count());
            if (usual is not null && usual.Count() * 10 >= lines.Count * (sign == ',' ? 9 : 6) && usual.Count() > 1
                && (sign != ',' || usual.Key > 1 || !lines.Exists(line => !line.Contains('"', StringComparison.Ordinal) && CommaInAmount().IsMatch(line))))
            {
                return true;
            }
        }

        return false;
    }

    private static UnreadableFileException TooManyRows() => new(string.Create(System.Globalization.CultureInfo.CurrentCulture, $"It has more than {RowsMax:N0} rows."));

    private static int Count(string line, char sign)
    {
        var (count, isQuoted) = (0, false);
        foreach (var c in line)
        {
            isQuoted ^= c == '"';
            count += c == sign && !isQuoted ? 1 : 0;
        }

        return count;
    }

    private static List<RemittanceRow> OfWorkbook(byte[] bytes, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Workbook.Is(zip)
                ? [.. Workbook.Rows(zip, BankZip.Budget(bytes.Length), cancel).Where(row => !row.IsBlank).Select(Row)]
                : throw new UnreadableFileException("This zip is no workbook.");
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or XmlException or EndOfStreamException)
        {
            throw new UnreadableFileException($"The workbook is damaged: {e.Message}");
        }
    }

    private static RemittanceRow Row(TableRow row) => new(
        row.At.Line,
        [.. row.Cells.Select((text, column) => new RemittanceCell(text, column, row.IsNumber(column))).Where(cell => cell.Text.Length > 0)]);

    [GeneratedRegex(@"[^\s](?:[^\t\r\n]*?[^\s])??(?=\t|\s{2,}|\s*$)")]
    private static partial Regex Parts();

    // "1 234,50 EUR", "$ 12.00", and no two things beside each other.
    [GeneratedRegex(@"^(?:[A-Z]{3}\s?|[^\w\s]{0,2}\s?)(?:\d{1,3}(?:[.,'\u2019 \u00A0\u202F]\d{3})+|\d+)(?:[.,]\d+)?\)?-?\s?(?:[A-Z]{3}|[^\w\s]{0,2})$")]
    private static partial Regex OneAmount();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\d)\d{1,3},\d{2,3}(?!\d)")]
    private static partial Regex CommaInAmount();
}
