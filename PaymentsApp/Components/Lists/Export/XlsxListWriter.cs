using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PaymentsApp.Components.Lists.Export;

/// <summary>
/// An Office Open XML workbook (ECMA-376) with one table per sheet, written in one pass: texts stand in their cells, so that nothing is kept. Numbers are
/// numbers, dates are dates, and what begins with "=" stays a text. A new sheet begins where the format ends a sheet.
/// </summary>
internal sealed class XlsxListWriter(Stream file) : ListFileWriter
{
    /// <summary>The rows of a sheet are at most 1,048,576, the titles among them.</summary>
    public const int SheetRows = 1_000_000;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    // 0 plain, 1 title, 2 date, 3 to 6 numbers with none, one, two and three decimals.
    private const string Styles =
        $"""
        {Head}<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="#,##0.000"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private IReadOnlyList<string> _titles = [];
    private TextWriter? _sheet;
    private int _sheets;
    private int _row;

    public override Task BeginAsync(IReadOnlyList<string> titles, CancellationToken cancel)
    {
        _titles = titles;
        return BeginSheetAsync();
    }

    public override async Task WriteAsync(IReadOnlyList<ExportCell> cells, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_row == SheetRows)
        {
            await EndSheetAsync();
            await BeginSheetAsync();
        }

        await WriteRowAsync(cells, isTitle: false);
    }

    public override async Task CompleteAsync(CancellationToken cancel)
    {
        await EndSheetAsync();
        var numbers = Enumerable.Range(1, _sheets).ToList();
        Add("xl/styles.xml", Styles);
        Add("xl/workbook.xml", $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each(n => $"<sheet name=\"Sheet{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")}</sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", Related(
            Each(n => $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>") + $"<Relationship Id=\"rId{_sheets + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"));
        Add("_rels/.rels", Related($"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Add("[Content_Types].xml",
            $"{Head}<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Content}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Content}.styles+xml\"/>"
            + Each(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Content}.worksheet+xml\"/>") + "</Types>");

        string Each(Func<string, string> part) => string.Concat(numbers.Select(number => part(number.ToString(CultureInfo.InvariantCulture))));

        static string Related(string relations) => $"{Head}<Relationships xmlns=\"{Packages}/relationships\">{relations}</Relationships>";
    }

    public override async ValueTask DisposeAsync()
    {
        if (_sheet is not null)
        {
            await _sheet.DisposeAsync();
        }

        await _zip.DisposeAsync();
    }

    private async Task BeginSheetAsync()
    {
        var entry = _zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{++_sheets}.xml"), CompressionLevel.Fastest);
        _sheet = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
        _row = 0;
        await _sheet.WriteAsync($"{Head}<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + $"<cols><col min=\"1\" max=\"{_titles.Count.ToString(CultureInfo.InvariantCulture)}\" width=\"16\" customWidth=\"1\"/></cols><sheetData>");
        await WriteRowAsync([.. _titles.Select(ExportCell.Of)], isTitle: true);
    }

    private async Task EndSheetAsync()
    {
        await _sheet!.WriteAsync("</sheetData></worksheet>");
        await _sheet.DisposeAsync(); // the archive writes one entry at a time
        _sheet = null;
    }

    private async Task WriteRowAsync(IReadOnlyList<ExportCell> cells, bool isTitle)
    {
        var row = new StringBuilder("<row>");
        foreach (var cell in cells)
        {
            _ = cell switch
            {
                { Text.Length: 0 } => row.Append("<c/>"),
                { Kind: ExportCellKind.Number } => row.Append(CultureInfo.InvariantCulture, $"<c s=\"{NumberStyle(cell.Decimals)}\"><v>{cell.Text}</v></c>"),
                { Kind: ExportCellKind.Date } => row.Append(CultureInfo.InvariantCulture, $"<c s=\"2\"><v>{DayNumber(cell.Text)}</v></c>"),
                _ => row.Append(CultureInfo.InvariantCulture, $"<c s=\"{(isTitle ? 1 : 0)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Encoded(cell.Text)}</t></is></c>"),
            };
        }

        await _sheet!.WriteAsync(row.Append("</row>"));
        _row++;
    }

    private static int NumberStyle(int decimals) => decimals switch { 0 => 3, 3 => 5, _ => 4 };

    // Days since 30 December 1899, as spreadsheets count from March 1900 on.
    private static int DayNumber(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    // XML has no place for most control characters.
    private static string Encoded(string text)
    {
        var plain = text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
        return plain.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    private void Add(string name, string content)
    {
        using var text = new StreamWriter(_zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        text.Write(content);
    }
}
