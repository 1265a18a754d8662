using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentsApp.Documents;

namespace PaymentsApp.Tests.Banking.Remittances;

/// <summary>A customer's remittance advice as a PDF: a head, a table, as programs print it.</summary>
internal static class RemittancePdf
{
    /// <summary>A page of a few hundred kilobytes that unpacks to 300 MB.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 300; i++)
            {
                zlib.Write(blanks);
            }
        }

        using var pdf = new MemoryStream();
        List<long> at = [];
        Write("%PDF-1.4\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>>");
        at.Add(pdf.Position);
        Write($"4 0 obj\n<</Filter/FlateDecode/Length {packed.Length}>>\nstream\n");
        packed.WriteTo(pdf);
        Write("\nendstream\nendobj\n");
        var table = pdf.Position;
        Write($"xref\n0 {at.Count + 1}\n0000000000 65535 f \n{string.Concat(at.Select(start => string.Create(CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n")))}");
        Write($"trailer\n<</Size {at.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));

        void Object(string body)
        {
            at.Add(pdf.Position);
            Write($"{at.Count} 0 obj\n{body}\nendobj\n");
        }
    }

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
