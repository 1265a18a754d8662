using System.Globalization;

namespace PaymentsApp.Documents;

/// <summary>Begins documents with the fonts and the paper of this installation.</summary>
public sealed class PdfDocuments(PdfFonts fonts, DocumentOptions options)
{
    /// <param name="title">What a reader of PDF shows as the name of the window.</param>
    /// <param name="culture">Of the reader: decides the paper where nothing else does.</param>
    /// <param name="paper">Of the company's settings; null for that of the configuration.</param>
    /// <param name="target">Gets the file part by part; null to have it whole at the end.</param>
    public PdfDocument New(string title, CultureInfo culture, PdfPaper? paper = null, Stream? target = null) => new(
        fonts,
        paper ?? options.Paper switch
        {
            nameof(PdfPaper.A4) => PdfPaper.A4,
            nameof(PdfPaper.Letter) => PdfPaper.Letter,
            _ => PdfPaper.Usual(culture),
        },
        title,
        target ?? new MemoryStream());
}
