using Microsoft.Extensions.Logging.Abstractions;
using PaymentsApp.Documents;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Documents;

/// <summary>Pictures are looked at as another program prints them.</summary>
public sealed class PdfImageTests
{
    private static readonly DateTime Created = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, byte[], byte, byte, byte> Kinds => new()
    {
        { "color", Pictures.Png(40, 20, 2, 8, [200, 40, 10]), 200, 40, 10 },
        { "color, 16 bits", Pictures.Png(40, 20, 2, 16, [200, 1, 40, 2, 10, 3]), 200, 40, 10 },
        { "half transparent", Pictures.Png(40, 20, 6, 8, [200, 40, 10, 128]), 227, 147, 132 },
        { "all transparent", Pictures.Png(40, 20, 6, 8, [200, 40, 10, 0]), 255, 255, 255 },
        { "gray", Pictures.Png(40, 20, 0, 8, [90]), 90, 90, 90 },
        { "gray, 4 bits", Pictures.Png(40, 20, 0, 4, [0x33]), 51, 51, 51 },
        { "gray with alpha", Pictures.Png(40, 20, 4, 8, [0, 255]), 0, 0, 0 },
        { "palette", Pictures.Png(40, 20, 3, 1, [0xFF], ("PLTE", [1, 2, 3, 10, 200, 30])), 10, 200, 30 },
        { "palette that shines through", Pictures.Png(40, 20, 3, 2, [0x55], ("PLTE", [1, 2, 3, 10, 200, 30]), ("tRNS", [255, 0])), 255, 255, 255 },
        { "one color shines through", Pictures.Png(40, 20, 2, 8, [9, 9, 9], ("tRNS", [0, 9, 0, 9, 0, 9])), 255, 255, 255 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_png_of_any_kind_looks_as_it_is(string kind, byte[] png, byte red, byte green, byte blue)
    {
        var pixel = await PdfReader.PixelsOfAsync(Page(PdfImage.Read(png)));

        Assert.True((red, green, blue) == pixel(54 + 20, 54 + 10), $"{kind}: {pixel(54 + 20, 54 + 10)}");
        Assert.Equal(((byte)255, (byte)255, (byte)255), pixel(54 + 42, 54 + 10)); // beside it
    }

    [Fact]
    public async Task A_jpeg_goes_in_as_it_is()
    {
        var pdf = Page(PdfImage.Read(Pictures.Jpeg));

        var (red, green, blue) = (await PdfReader.PixelsOfAsync(pdf))(54 + 8, 54 + 4);
        Assert.True(Math.Abs(red - 0x20) < 12 && Math.Abs(green - 0x60) < 12 && Math.Abs(blue - 0xC0) < 12, $"{red} {green} {blue}");
        Assert.True(pdf.AsSpan().IndexOf(Pictures.Jpeg) > 0);
    }

    [Fact]
    public void A_picture_on_many_pages_is_kept_once()
    {
        var logo = PdfImage.Read(Pictures.Jpeg);
        var document = New();
        foreach (var number in Enumerable.Range(1, 5))
        {
            document.Letterhead(new PdfLetterhead($"Part {number}", [], [], logo), "Statement");
            document.FinishPart("Test");
        }

        document.Letterhead(new PdfLetterhead("Last part", [], [], logo), "Statement");
        var pdf = document.ToBytes("Test", Created);

        var first = pdf.AsSpan().IndexOf(Pictures.Jpeg);
        Assert.True(first > 0 && pdf.AsSpan()[(first + 1)..].IndexOf(Pictures.Jpeg) < 0);
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("")]
    [InlineData("\u0089PNG\r\n\u001A\nIHDR")]
    [InlineData("\u00FF\u00D8\u00FF")]
    public void What_is_no_picture_is_refused_in_a_sentence(string file) => Assert.EndsWith(
        ".", Assert.Throws<InvalidDataException>(() => PdfImage.Read(System.Text.Encoding.Latin1.GetBytes(file))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_damaged_or_huge_picture_is_refused()
    {
        var png = Pictures.Png(40, 20, 2, 8, [200, 40, 10]);

        foreach (var cut in Enumerable.Range(0, png.Length - 16))
        {
            Assert.Throws<InvalidDataException>(() => PdfImage.Read(png.AsSpan(0, cut)));
        }

        Assert.Contains("4 million pixels", Assert.Throws<InvalidDataException>(() => PdfImage.Read(Pictures.Png(60_000, 1_000, 3, 1, [0]))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => PdfImage.Read(Pictures.Png(8, 8, 3, 8, [7], ("PLTE", [1, 2, 3])))); // no such entry
    }

    private static byte[] Page(PdfImage image)
    {
        var document = New();
        document.Letterhead(new PdfLetterhead("Harbor", ["12 Pier Road"], ["billing@example.com"], image), "Statement");
        return document.ToBytes("Test", Created);
    }

    private static PdfDocument New() => new(new PdfFonts(new DocumentOptions(), NullLogger<PdfFonts>.Instance), PdfPaper.A4, "Test");
}
