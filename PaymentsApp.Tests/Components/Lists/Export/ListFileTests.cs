using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using PaymentsApp.Components.Lists;
using PaymentsApp.Components.Lists.Export;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Components.Lists.Export;

public sealed class ListFileTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private sealed record Line(string Name, DateOnly? Day, Money Amount);

    [Fact]
    public async Task Csv_has_plain_figures_and_dates_and_no_formula()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(ExportFormat.Csv,
        [
            new Line("=HYPERLINK(\"x\")", new DateOnly(2026, 3, 2), new Money(-123_456, "USD")), new Line("Café, \"Zürich\"", null, new Money(5_000, "JPY")),
        ]));

        Assert.Equal(
            "\uFEFFName,Day,Amount,Currency\r\n\"'=HYPERLINK(\"\"x\"\")\",2026-03-02,-1234.56,USD\r\n\"Café, \"\"Zürich\"\"\",,5000,JPY\r\n", text);
    }

    [Fact]
    public async Task Xlsx_has_numbers_as_numbers_dates_as_dates_and_texts_as_they_are()
    {
        var file = await WriteAsync(ExportFormat.Xlsx,
        [
            new Line("=1+1 <&> \u0001end", new DateOnly(2026, 3, 2), new Money(123_456, "KWD")), new Line("Plain", null, new Money(5_000, "JPY")),
        ]);

        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            XDocument.Load(entry.Open()); // every part is well-formed
        }

        var rows = XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(Main + "row").ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(["Name", "Day", "Amount", "Currency"], rows[0].Elements().Select(cell => cell.Value));
        var cells = rows[1].Elements().ToList();
        Assert.Equal(("inlineStr", "=1+1 <&> end"), ((string?)cells[0].Attribute("t"), cells[0].Value));
        Assert.Equal(("2", "46083"), ((string?)cells[1].Attribute("s"), cells[1].Value)); // 2 March 2026
        Assert.Equal(("5", "123.456", null), ((string?)cells[2].Attribute("s"), cells[2].Value, (string?)cells[2].Attribute("t")));
        Assert.Empty(XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(Main + "f"));
        Assert.Equal("3", (string?)rows[2].Elements().ElementAt(2).Attribute("s"));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task All_pages_are_written_with_progress(ExportFormat format)
    {
        List<long> told = [];
        var pages = Enumerable.Range(0, 5).Select(page => Enumerable.Range(0, 1000).Select(i => new Line($"Row {page} {i}", null, new Money(1, "USD"))).ToArray()).ToArray();
        using var stream = new MemoryStream();

        var count = await FileOf(pages).WriteAsync(format, stream, new Told(told), CancellationToken.None);

        Assert.Equal(5_000, count);
        Assert.Equal([1000, 2000, 3000, 4000, 5000], told);
        Assert.True(stream.Length > 1000);
    }

    [Fact]
    public async Task A_cancelled_export_stops()
    {
        using var stop = new CancellationTokenSource();
        var pages = Enumerable.Range(0, 5).Select(_ => new[] { new Line("Row", null, new Money(1, "USD")) }).ToArray();
        var cancels = new Cancels(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FileOf(pages).WriteAsync(ExportFormat.Xlsx, new MemoryStream(), cancels, stop.Token));
        Assert.Equal(2, cancels.Last);
    }

    private static async Task<byte[]> WriteAsync(ExportFormat format, Line[] lines)
    {
        using var stream = new MemoryStream();
        await FileOf([lines]).WriteAsync(format, stream, new Told([]), CancellationToken.None);
        return stream.ToArray();
    }

    private static ListFile<Line, Line> FileOf(Line[][] pages) => new(
        "lines",
        [("Name", line => ExportCell.Of(line.Name)), ("Day", line => ExportCell.Of(line.Day)), ("Amount", line => ExportCell.Of(line.Amount)), ("Currency", line => ExportCell.Of(line.Amount.Currency))],
        line => [line],
        (key, cancel) =>
        {
            cancel.ThrowIfCancellationRequested();
            var page = key?.IdAsNumber() ?? 0;
            return Task.FromResult(new Page<Line>(pages[page], NextKey: page + 1 < pages.Length ? new PageKey(false, "-", $"{page + 1}").ToString() : null));
        });

    private sealed class Told(List<long> all) : IProgress<long>
    {
        public void Report(long value) => all.Add(value);
    }

    private sealed class Cancels(CancellationTokenSource stop) : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value)
        {
            Last = value;
            if (value == 2)
            {
                stop.Cancel();
            }
        }
    }
}
