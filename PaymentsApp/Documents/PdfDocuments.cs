using System.Globalization;

namespace PaymentsApp.Documents;

/// <summary>Begins documents with the fonts and the paper of this installation.</summary>
public sealed class PdfDocuments(PdfFonts fonts, DocumentOptions options)
{
    /// <param name="title">What a reader of PDF shows as the name of the window.</param>
    /// <param name="culture">Of the reader: decides the paper where the configuration does not.</param>
    public PdfDocument New(string title, CultureInfo culture) => new(
        fonts,
        options.Paper switch
        {
            nameof(PdfPaper.A4) => PdfPaper.A4,
            nameof(PdfPaper.Letter) => PdfPaper.Letter,
            _ => PdfPaper.Usual(culture),
        },
        title);
}
