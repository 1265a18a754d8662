using System.Globalization;

namespace PaymentsApp.Documents;

/// <summary>
/// A document that flows from top to bottom, over as many pages as it needs: title, text, facts, tables. Texts may be anything that a person
/// typed; what is too wide goes on in the next line. Not safe for two threads.
/// </summary>
public sealed class PdfDocument
{
    private const double Margin = 54;
    private const double TextSize = 9.5;
    private const double SmallSize = 8;
    private const double LineHeight = 13;
    private const double CellPadding = 5;
    private const double FooterHeight = 36;

    private readonly PdfPaper _paper;
    private readonly PdfFont _regular;
    private readonly PdfFont _bold;
    private readonly string _title;
    private readonly List<PdfPage> _pages = [];
    private double _y;

    /// <param name="fonts">Of the program.</param>
    /// <param name="paper">Its size.</param>
    /// <param name="title">What a reader of PDF shows as the name of the window.</param>
    public PdfDocument(PdfFonts fonts, PdfPaper paper, string title)
    {
        _paper = paper;
        (_regular, _bold) = fonts.ForDocument();
        _title = title;
        NewPage();
    }

    private PdfPage Page => _pages[^1];

    private double Width => _paper.Width - (2 * Margin);

    private double Bottom => _paper.Height - Margin - FooterHeight;

    /// <summary>The top of the first page: who writes at the left, what it is at the right, a line below.</summary>
    public void Letterhead(string company, string kind)
    {
        foreach (var line in PdfText.Wrap(company, _bold, 13, Width * 0.6))
        {
            _y += 15;
            Page.Text(line, Margin, _y, 13, isBold: true);
        }

        Page.TextBefore(PdfText.Printable(kind), _paper.Width - Margin, _y, 13, isBold: false, PdfTone.Soft);
        _y += 9;
        Page.Line(Margin, _y, Width, 1.5, PdfTone.Accent);
        _y += 15;
    }

    /// <summary>The large line of the document, such as its amount.</summary>
    public void Headline(string text, PdfTone tone = PdfTone.Ink) => Lines(text, 20, 26, isBold: true, tone);

    /// <summary>Above a table or a part; never alone at the bottom of a page.</summary>
    public void Heading(string text)
    {
        Need(4 * LineHeight);
        _y += 8;
        Lines(text, 11.5, 17, isBold: true, PdfTone.Ink);
        _y += 3;
    }

    public void Paragraph(string text, PdfTone tone = PdfTone.Ink, bool isBold = false) => Lines(text, TextSize, LineHeight, isBold, tone);

    public void Space(double points = 10) => _y += points;

    /// <summary>Small titles with their values, side by side in two columns; those without a value are left out.</summary>
    public void Facts(IEnumerable<(string Title, string? Value)> facts)
    {
        var column = (Width - 20) / 2;
        foreach (var pair in facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Chunk(2))
        {
            var values = pair.Select(fact => PdfText.Wrap(fact.Value!, _regular, TextSize, column)).ToList();
            Need(SmallSize + 6 + (LineHeight * values.Max(lines => lines.Count)));
            foreach (var (index, lines) in values.Index())
            {
                var x = Margin + (index * (column + 20));
                Page.Text(PdfText.Printable(pair[index].Title), x, _y + SmallSize, SmallSize, tone: PdfTone.Soft);
                foreach (var (row, line) in lines.Index())
                {
                    Page.Text(line, x, _y + SmallSize + (LineHeight * (row + 1)), TextSize);
                }
            }

            _y += SmallSize + 8 + (LineHeight * values.Max(lines => lines.Count));
        }
    }

    /// <summary>A table; its titles stand on each page that it reaches.</summary>
    /// <param name="columns">At least one.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    /// <param name="sums">Rows in bold at the end, such as totals.</param>
    public void Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<IReadOnlyList<string>> sums)
    {
        var shares = columns.Sum(column => column.Share);
        double x = Margin;
        var places = new List<(double X, double Width, PdfAlign Align)>();
        foreach (var column in columns)
        {
            places.Add((x, Width * column.Share / shares, column.Align));
            x += Width * column.Share / shares;
        }

        Need(3 * LineHeight);
        TitleRow(columns, places);
        foreach (var row in rows)
        {
            Row(columns, places, row, isSum: false);
        }

        foreach (var sum in sums)
        {
            Row(columns, places, sum, isSum: true);
        }

        _y += 6;
    }

    /// <summary>A line to sign on, with what belongs on it below.</summary>
    public void SignatureLines(params IReadOnlyList<string> labels)
    {
        Need(60);
        _y += 42;
        var each = (Width - (20 * (labels.Count - 1))) / labels.Count;
        foreach (var (index, label) in labels.Index())
        {
            var x = Margin + (index * (each + 20));
            Page.Line(x, _y, each, 0.75, PdfTone.Soft);
            Page.Text(PdfText.Printable(label), x, _y + 11, SmallSize, tone: PdfTone.Soft);
        }

        _y += 18;
    }

    /// <summary>The finished file.</summary>
    /// <param name="footer">At the left of the bottom of each page; the number of the page stands at the right.</param>
    /// <param name="createdAt">UTC; stands in the file's properties.</param>
    /// <param name="language">Of the texts, such as "en".</param>
    public byte[] ToBytes(string footer, DateTime createdAt, string language = "en")
    {
        using var file = new PdfFile();
        var (catalog, tree, regular, bold) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        List<int> kids = [];
        foreach (var (index, page) in _pages.Index())
        {
            var y = _paper.Height - Margin;
            page.Line(Margin, y - 14, Width, 0.5);
            page.Text(PdfText.Wrap(footer, _regular, SmallSize, Width - 90)[0], Margin, y, SmallSize, tone: PdfTone.Soft);
            page.TextBefore($"Page {index + 1} of {_pages.Count}", _paper.Width - Margin, y, SmallSize, tone: PdfTone.Soft);
            var drawing = file.AddStream(string.Empty, page.Drawing);
            kids.Add(file.Add(
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfFile.Number(_paper.Width)} {PdfFile.Number(_paper.Height)}] "
                + $"/Resources << /Font << /R {regular} 0 R /B {bold} 0 R >> >> /Contents {drawing} 0 R >>"));
        }

        _regular.Write(file, regular);
        _bold.Write(file, bold);
        file.Add(tree, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(id => $"{id} 0 R"))}] >>");
        file.Add(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var created = createdAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return file.Finish(catalog, file.Add($"<< /Title {PdfFile.Text(_title)} /Producer (PaymentsApp) /CreationDate (D:{created}Z) >>"));
    }

    private void Lines(string text, double size, double lineHeight, bool isBold, PdfTone tone)
    {
        foreach (var line in PdfText.Wrap(text, isBold ? _bold : _regular, size, Width))
        {
            Need(lineHeight);
            _y += lineHeight;
            Page.Text(line, Margin, _y - (lineHeight - size), size, isBold, tone);
        }
    }

    private void TitleRow(IReadOnlyList<PdfColumn> columns, List<(double X, double Width, PdfAlign Align)> places)
    {
        var cells = columns.Select((column, index) => PdfText.Wrap(column.Title, _bold, SmallSize, places[index].Width - (2 * CellPadding))).ToList();
        var height = (cells.Max(lines => lines.Count) * LineHeight) + 5;
        Page.Area(Margin, _y, Width, height, PdfTone.Shade);
        Cells(places, cells, SmallSize, isBold: true, PdfTone.Soft);
        _y += height;
    }

    private void Row(IReadOnlyList<PdfColumn> columns, List<(double X, double Width, PdfAlign Align)> places, IReadOnlyList<string> row, bool isSum)
    {
        var cells = row.Select((cell, index) => PdfText.Wrap(cell, isSum ? _bold : _regular, TextSize, places[index].Width - (2 * CellPadding))).ToList();
        var height = (cells.Max(lines => lines.Count) * LineHeight) + 5;
        if (_y + height > Bottom)
        {
            NewPage();
            TitleRow(columns, places);
        }

        if (isSum)
        {
            Page.Line(Margin, _y, Width, 1, PdfTone.Soft);
        }

        Cells(places, cells, TextSize, isSum, PdfTone.Ink);
        _y += height;
        Page.Line(Margin, _y, Width, 0.5);
    }

    private void Cells(List<(double X, double Width, PdfAlign Align)> places, List<IReadOnlyList<string>> cells, double size, bool isBold, PdfTone tone)
    {
        foreach (var (place, lines) in places.Zip(cells))
        {
            foreach (var (index, line) in lines.Index())
            {
                var y = _y + (LineHeight * (index + 1)) - 0.5;
                if (place.Align == PdfAlign.End)
                {
                    Page.TextBefore(line, place.X + place.Width - CellPadding, y, size, isBold, tone);
                }
                else
                {
                    Page.Text(line, place.X + CellPadding, y, size, isBold, tone);
                }
            }
        }
    }

    private void Need(double height)
    {
        if (_y + height > Bottom)
        {
            NewPage();
        }
    }

    private void NewPage()
    {
        _pages.Add(new PdfPage(_paper, _regular, _bold));
        _y = Margin;
    }
}
