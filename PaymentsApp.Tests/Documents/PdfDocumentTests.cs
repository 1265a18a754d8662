using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentsApp.Documents;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Documents;

/// <summary>Documents are read back by another program.</summary>
public sealed class PdfDocumentTests
{
    private const string NoFont = "DejaVu Sans is not installed (Debian: apt-get install fonts-dejavu-core)";

    private static readonly DateTime Created = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private static readonly DocumentOptions NoTrueType = new() { Font = "/no/such/font.ttf" };

    [Fact]
    public async Task Text_in_any_alphabet_of_the_font_is_read_back()
    {
        var document = New(new DocumentOptions());
        document.Letterhead("Łódź Media — Žluťoučký kůň", "Receipt");
        document.Paragraph("Αθήνα, Привет, Đặng, −1 234,50 €, “quoted”, ½ ﬁ");

        var text = await PdfReader.TextOfAsync(Bytes(document));

        Assert.Contains("Łódź Media — Žluťoučký kůň", text, StringComparison.Ordinal);
        Assert.Contains("Αθήνα, Привет, Đặng, −1 234,50 €, “quoted”, ½", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_letters_that_are_used_are_embedded()
    {
        var document = New(new DocumentOptions());
        document.Paragraph("Amount received: 1,234.50 USD");

        Assert.InRange(Bytes(document).Length, 5_000, 60_000); // the two fonts are 1.4 MB
    }

    [Fact]
    public async Task A_long_table_goes_on_over_pages_with_its_titles_and_their_numbers()
    {
        var document = New(new DocumentOptions());
        document.Table(
            [new("Invoice", 2), new("Amount", 1, PdfAlign.End)],
            Enumerable.Range(1, 120).Select(i => (IReadOnlyList<string>)[$"INV-{i:D4}", $"{i}.00"]),
            [["Sum", "7,260.00"]]);

        var pages = await PdfReader.PagesOfAsync(Bytes(document));

        Assert.True(pages.Count > 2, $"{pages.Count} pages");
        Assert.All(pages, (page, index) =>
        {
            Assert.Contains("Invoice", page, StringComparison.Ordinal);
            Assert.Contains($"Page {index + 1} of {pages.Count}", page, StringComparison.Ordinal);
        });
        var all = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 120), i => Assert.Equal(2, all.Split($"INV-{i:D4}").Length));
        Assert.Matches(@"Sum\s+7,260\.00", pages[^1]);
    }

    [Fact]
    public async Task What_a_person_typed_cannot_leave_its_place()
    {
        const string typed = "a) Tj ET (b\\ <c> \u0000\u202Eright\u200B %PDF endstream";
        var endless = new string('W', 500);
        var document = New(NoTrueType);
        document.Table([new(typed, 1), new("Amount", 1)], [[endless, "1.00"], ["\n\n", "2.00"], ["", "3.00"]], []);
        document.Facts([(typed, endless), ("None", null), ("Blank", " ")]);

        var text = await PdfReader.TextOfAsync(Bytes(document));

        Assert.Contains("a) Tj ET (b\\ <c>", text, StringComparison.Ordinal);
        Assert.Equal(1000, text.Count(letter => letter == 'W'));
        Assert.DoesNotContain("Blank", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_font_Western_letters_are_right_and_others_plain()
    {
        var document = New(NoTrueType, isFontMissing: true);
        document.Paragraph("Müller & Søn – 12,50 € Łódź Ő");

        var bytes = Bytes(document);

        Assert.Contains("/Helvetica", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("Müller & Søn – 12,50 € ?ódz O", await PdfReader.TextOfAsync(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", 612)]
    [InlineData("de-DE", 595.28)]
    [InlineData("", 595.28)]
    [InlineData("en", 595.28)]
    public void Paper_is_what_lies_in_the_printers_of_the_reader(string culture, double width) =>
        Assert.Equal(width, PdfPaper.Usual(CultureInfo.GetCultureInfo(culture)).Width);

    [Fact]
    public void The_same_document_gives_the_same_file()
    {
        byte[] Make()
        {
            var document = New(new DocumentOptions());
            document.Heading("Twice");
            return Bytes(document);
        }

        Assert.Equal(Make(), Make());
    }

    private static PdfDocument New(DocumentOptions options, bool isFontMissing = false)
    {
        var fonts = new PdfFonts(options, NullLogger<PdfFonts>.Instance) { LooksInSystem = !isFontMissing };
        Needs.That(isFontMissing || File.Exists("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"), orElse: NoFont);
        return new PdfDocument(fonts, PdfPaper.A4, "Test");
    }

    private static byte[] Bytes(PdfDocument document) => document.ToBytes("Test", Created);
}
