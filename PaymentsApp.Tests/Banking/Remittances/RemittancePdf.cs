using Microsoft.Extensions.Logging.Abstractions;
using PaymentsApp.Documents;

namespace PaymentsApp.Tests.Banking.Remittances;

/// <summary>A customer's remittance advice as a PDF: a head, a table, as programs print it.</summary>
internal static class RemittancePdf
{
    public static byte[] Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var fonts = new PdfFonts(new DocumentOptions { Font = "/no/such/font.ttf" }, NullLogger<PdfFonts>.Instance) { LooksInSystem = false };
        var document = new PdfDocument(fonts, PdfPaper.A4, "Remittance");
        document.Letterhead("Harbor Books", "Remittance advice");
        document.Paragraph("We have sent you the following payment.");
        document.Table([new("A", 2), new("B", 1, PdfAlign.End)], rows, []);
        return document.ToBytes("Remittance", new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc));
    }
}
