using System.Text;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>
/// Separated values: quotes, doubled quotes, line ends within quotes. The delimiter is the one that gives rows with dates and
/// amounts of one width, whatever stands in the first line.
/// </summary>
internal static class SeparatedValues
{
    private const int LooksAt = 300;
    private const int CellsMax = 500;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static List<TableRow> Rows(SourceText source, CancellationToken cancel)
    {
        var text = source.Text;
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        char? told = null;
        if (text.AsSpan(start).StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start + 4 < text.Length)
        {
            told = text[start + 4];
            var end = text.IndexOf('\n', start);
            start = end < 0 ? text.Length : end + 1;
        }

        var delimiter = told ?? Delimiters.MaxBy(sign => Score(Parse(source, start, sign, LooksAt, CancellationToken.None)));
        return Parse(source, start, delimiter, int.MaxValue, cancel);
    }

    private static bool IsBlank(StringBuilder cell)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if (!char.IsWhiteSpace(cell[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Only a measure of likeness; no money is in it.
    private static double Score(List<TableRow> rows)
    {
        var filled = rows.Where(row => !row.IsBlank).ToList();
        if (filled.Count == 0)
        {
            return 0;
        }

        var useful = filled.Count(row => Array.Exists(row.Cells, DateText.Is) && Array.Exists(row.Cells, cell => !DateText.Is(cell) && AmountText.Read(cell) is not null));
        var width = filled.GroupBy(row => row.Cells.Length).MaxBy(group => group.Count())!;
        return width.Key < 2 ? 0 : (100.0 * useful / filled.Count) + (10.0 * width.Count() / filled.Count) + (Math.Min(width.Key, 50) / 100.0);
    }

    private static List<TableRow> Parse(SourceText source, int start, char delimiter, int rowsMax, CancellationToken cancel)
    {
        var text = source.Text;
        var rows = new List<TableRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (rowAt, isQuoted) = (start, false);
        var pool = new CellPool();
        for (var i = start; i <= text.Length && rows.Count < rowsMax; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (isQuoted && i < text.Length)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && IsBlank(cell))
            {
                isQuoted = true;
                cell.Clear();
            }
            else if (c == delimiter)
            {
                End();
            }
            else if (c is '\r' or '\n')
            {
                cancel.ThrowIfCancellationRequested();
                End();
                if (cells.Count > 1 || cells[0].Length > 0)
                {
                    rows.Add(new TableRow([.. cells], source.At(rowAt)));
                }

                cells.Clear();
                rowAt = i + 1;
            }
            else if (c is not ('\0' or '\u001A'))
            {
                cell.Append(c);
            }
        }

        return isQuoted && rowsMax == int.MaxValue
            ? throw new UnreadableFileException("A quotation mark is opened and not closed.", source.At(rowAt))
            : rows;

        void End()
        {
            if (cells.Count < CellsMax)
            {
                cells.Add(pool.One(cell.ToString().Trim()));
            }

            cell.Clear();
        }
    }
}
