using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>
/// A workbook of spreadsheets (XLSX). Numbers are taken as the digits that the file holds, to fifteen, which is what a
/// spreadsheet shows; days are numbers whose format is a date.
/// </summary>
internal sealed class Workbook(ZipArchive zip, long budget, CancellationToken cancel)
{
    private const int RowsMax = 1_048_576;

    private static readonly SourceText Empty = SourceText.Decode([]);

    private List<string> _strings = [];
    private List<bool> _isDate = [];
    private bool _isFrom1904;

    public static bool Is(ZipArchive zip) => zip.GetEntry("xl/workbook.xml") is not null;

    public static IReadOnlyList<StatementBuilder> Read(ZipArchive zip, long budget, BankFileChoices choices, List<BankFinding> findings, CancellationToken cancel)
    {
        var statements = new List<StatementBuilder>();
        UnreadableFileException? first = null;
        foreach (var (name, rows) in new Workbook(zip, budget, cancel).Sheets())
        {
            try
            {
                statements.AddRange(TableReader.Read("XLSX", rows, Empty, choices, cancel));
            }
            catch (UnreadableFileException e)
            {
                first ??= e;
                findings.Add(new BankFinding(BankFindingKind.LeftOut, $"The sheet “{name}” was left out: {e.Message}", e.At ?? default));
            }
        }

        return statements.Count > 0 ? statements : throw first ?? new UnreadableFileException("The workbook has no sheet.");
    }

    /// <summary>The rows of all sheets, one after the other.</summary>
    public static IEnumerable<TableRow> Rows(ZipArchive zip, long budget, CancellationToken cancel) =>
        new Workbook(zip, budget, cancel).Sheets().SelectMany(sheet => sheet.Rows);

    private List<(string Name, List<TableRow> Rows)> Sheets()
    {
        _strings = Part("xl/sharedStrings.xml")?.All("si").Select(AllText).ToList() ?? [];
        ReadStyles();
        var workbook = Part("xl/workbook.xml")!;
        _isFrom1904 = workbook.Child("workbookPr")?.Attribute("date1904") is "1" or "true";
        var targets = Part("xl/_rels/workbook.xml.rels")?.All("Relationship").ToDictionary(item => item.Attribute("Id") ?? "", item => item.Attribute("Target") ?? "") ?? [];
        var sheets = new List<(string, List<TableRow>)>();
        foreach (var sheet in workbook.Child("sheets")?.All("sheet") ?? [])
        {
            var target = targets.GetValueOrDefault(sheet.Attribute("id") ?? "") ?? "";
            var path = target.StartsWith('/') ? target[1..] : "xl/" + target;
            if (zip.GetEntry(path) is { } entry)
            {
                sheets.Add((sheet.Attribute("name") ?? path, Rows(entry)));
            }
        }

        return sheets;
    }

    private XmlSheetItem? Part(string path) => zip.GetEntry(path) is { } entry ? XmlSheetItem.Read(BankZip.Unpack(entry, ref budget, cancel)) : null;

    // Formats 14 to 22 and 45 to 47 are dates and times; others are when their pattern has days or years in it.
    private void ReadStyles()
    {
        var styles = Part("xl/styles.xml");
        var own = styles?.Child("numFmts")?.All("numFmt").GroupBy(item => item.Attribute("numFmtId") ?? "").ToDictionary(group => group.Key, group => group.First().Attribute("formatCode") ?? "") ?? [];
        _isDate = styles?.Child("cellXfs")?.All("xf").Select(xf =>
        {
            var id = xf.Attribute("numFmtId") ?? "";
            var isBuiltIn = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 22) or (>= 45 and <= 47);
            return isBuiltIn || (own.TryGetValue(id, out var pattern) && IsDatePattern(pattern));
        }).ToList() ?? [];
    }

    private static bool IsDatePattern(string pattern)
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(pattern, """\[[^\]]*\]|"[^"]*"|\\.""", "");
        return plain.Contains('y', StringComparison.OrdinalIgnoreCase) || plain.Contains('d', StringComparison.OrdinalIgnoreCase);
    }

    private List<TableRow> Rows(ZipArchiveEntry entry)
    {
        var rows = new List<TableRow>();
        using var stream = new MemoryStream(BankZip.Unpack(entry, ref budget, cancel));
        using var reader = XmlReader.Create(stream, SafeXml.Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
            {
                continue;
            }

            cancel.ThrowIfCancellationRequested();
            if (rows.Count >= RowsMax)
            {
                throw new UnreadableFileException($"A sheet has more than {RowsMax} rows.");
            }

            var number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : rows.Count + 1;
            using var part = reader.ReadSubtree();
            rows.Add(Row(XmlSheetItem.Read(part), number));
        }

        return rows;
    }

    private TableRow Row(XmlSheetItem row, int number)
    {
        var cells = new List<string>();
        var numbers = new List<bool>();
        foreach (var cell in row.All("c"))
        {
            var column = Column(cell.Attribute("r")) ?? cells.Count;
            while (cells.Count <= column && cells.Count < 500)
            {
                cells.Add("");
                numbers.Add(false);
            }

            if (column < cells.Count)
            {
                (cells[column], numbers[column]) = Value(cell);
            }
        }

        return new TableRow([.. cells], new SourcePosition(0, number), [.. numbers]);
    }

    private (string Text, bool IsNumber) Value(XmlSheetItem cell)
    {
        var text = cell.Child("v")?.Text ?? "";
        switch (cell.Attribute("t"))
        {
            case "s":
                return (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings.Count ? _strings[index].Trim() : "", false);
            case "inlineStr":
                return (cell.Child("is") is { } inline ? AllText(inline).Trim() : "", false);
            case "d":
                return (text.Length > 10 ? text[..10] : text, false);
            case "str" or "b" or "e":
                return (text.Trim(), false);
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return (text.Trim(), false);
        }

        var style = int.TryParse(cell.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        return style < _isDate.Count && _isDate[style] && number is > 0 and < 110_000
            ? (Day((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false)
            : (Fifteen(number).ToString("0.##########", CultureInfo.InvariantCulture), true);
    }

    // Spreadsheets count days from 1900, with a 29 February that was none, or from 1904.
    private DateOnly Day(int serial) => _isFrom1904 ? new DateOnly(1904, 1, 1).AddDays(serial) : new DateOnly(1899, 12, serial < 60 ? 31 : 30).AddDays(serial);

    // 33.3 is stored as 33.299999999999997: fifteen digits are what was typed.
    private static decimal Fifteen(decimal number)
    {
        var whole = decimal.Truncate(Math.Abs(number));
        var digits = 0;
        for (; whole >= 1; whole = decimal.Truncate(whole / 10))
        {
            digits++;
        }

        return decimal.Round(number, Math.Clamp(15 - digits, 0, 15), MidpointRounding.AwayFromZero);
    }

    private static string AllText(XmlSheetItem item) =>
        item.Name == "t" ? item.Text : string.Concat(item.Children.Where(child => child.Name is "t" or "r" or "is").Select(AllText));

    // "AB12" is column 27, from 0.
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is < 'A' or > 'Z' || column > 20_000)
            {
                break;
            }

            column = (column * 26) + c - 'A' + 1;
        }

        return column > 0 ? column - 1 : null;
    }
}
