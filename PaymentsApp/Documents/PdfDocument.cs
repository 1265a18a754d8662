namespace PaymentsApp.Documents;

/// <summary>
/// A document that flows from top to bottom, over as many pages as it needs: title, text, facts, tables. Texts may be anything that a person
/// typed; what is too wide goes on in the next line. Not safe for two threads.
/// </summary>
public sealed partial class PdfDocument
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
    private (string Left, string Right)? _runningHead;
    private double _y;

    /// <param name="fonts">Of the program.</param>
    /// <param name="paper">Its size.</param>
    /// <param name="title">What a reader of PDF shows as the name of the window.</param>
    public PdfDocument(PdfFonts fonts, PdfPaper paper, string title)
        : this(fonts, paper, title, new MemoryStream())
    {
    }

    /// <param name="fonts">Of the program.</param>
    /// <param name="paper">Its size.</param>
    /// <param name="title">What a reader of PDF shows as the name of the window.</param>
    /// <param name="target">Gets the file part by part, see <see cref="FinishPart"/>; the caller closes it.</param>
    public PdfDocument(PdfFonts fonts, PdfPaper paper, string title, Stream target)
    {
        _paper = paper;
        (_regular, _bold) = fonts.ForDocument();
        _title = title;
        _target = target;
        _file = new PdfFile(target);
        (_catalog, _tree, _regularId, _boldId) = (_file.Reserve(), _file.Reserve(), _file.Reserve(), _file.Reserve());
        NewPage();
    }

    private PdfPage Page => _pages[^1];

    private double Width => _paper.Width - (2 * Margin);

    private double Bottom => _paper.Height - Margin - FooterHeight;

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

    private void Lines(string text, double size, double lineHeight, bool isBold, PdfTone tone)
    {
        foreach (var line in PdfText.Wrap(text, isBold ? _bold : _regular, size, Width))
        {
            Need(lineHeight);
            _y += lineHeight;
            Page.Text(line, Margin, _y - (lineHeight - size), size, isBold, tone);
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
        if (_pages.Count > 1 && _runningHead is { } head)
        {
            WriteRunningHead(head.Left, head.Right);
        }
    }
}
