using System.Globalization;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>What is drawn on one page. Places are in points from the upper left corner.</summary>
internal sealed class PdfPage(PdfPaper paper, PdfFont regular, PdfFont bold)
{
    private readonly StringBuilder _drawing = new();
    private readonly SortedDictionary<string, int> _images = new(StringComparer.Ordinal);

    public ReadOnlySpan<byte> Drawing => Encoding.ASCII.GetBytes(_drawing.ToString());

    /// <summary>The pictures that it shows: their names on the page and the numbers of their objects.</summary>
    public IReadOnlyDictionary<string, int> Images => _images;

    /// <summary>A picture in a place.</summary>
    /// <param name="id">The number of its object.</param>
    public void Image(int id, double x, double y, double width, double height)
    {
        _images[$"I{id}"] = id;
        _drawing.Append(CultureInfo.InvariantCulture, $"q {At(width)} 0 0 {At(height)} {At(x)} {At(paper.Height - y - height)} cm /I{id} Do Q\n");
    }

    /// <summary>A text on its base line.</summary>
    public void Text(string text, double x, double y, double size, bool isBold = false, PdfTone tone = PdfTone.Ink)
    {
        if (text.Length > 0)
        {
            _drawing.Append(
                CultureInfo.InvariantCulture,
                $"BT /{(isBold ? "B" : "R")} {At(size)} Tf {Color(tone)} rg {At(x)} {At(paper.Height - y)} Td {(isBold ? bold : regular).Encode(text)} Tj ET\n");
        }
    }

    /// <summary>A text that ends at a place.</summary>
    public void TextBefore(string text, double right, double y, double size, bool isBold = false, PdfTone tone = PdfTone.Ink) =>
        Text(text, right - (isBold ? bold : regular).Measure(text, size), y, size, isBold, tone);

    public void Line(double x, double y, double width, double thickness, PdfTone tone = PdfTone.Line) =>
        Area(x, y - (thickness / 2), width, thickness, tone);

    public void Area(double x, double y, double width, double height, PdfTone tone) =>
        _drawing.Append(CultureInfo.InvariantCulture, $"{Color(tone)} rg {At(x)} {At(paper.Height - y - height)} {At(width)} {At(height)} re f\n");

    private static string At(double value) => PdfFile.Number(value);

    private static string Color(PdfTone tone) => tone switch
    {
        PdfTone.Ink => "0.1 0.12 0.16",
        PdfTone.Soft => "0.38 0.41 0.46",
        PdfTone.Accent => "0.05 0.32 0.56",
        PdfTone.Danger => "0.7 0.08 0.1",
        PdfTone.Line => "0.82 0.84 0.87",
        PdfTone.Shade => "0.945 0.953 0.965",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, null),
    };
}
