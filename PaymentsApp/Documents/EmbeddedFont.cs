using System.Globalization;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>
/// A TrueType font inside the document: Type0 with Identity-H, so that a text is a row of glyph numbers, and a ToUnicode map, so that it
/// can be searched and copied. Letters stand in the order of the text; scripts that join or turn their letters are not shaped.
/// </summary>
internal sealed class EmbeddedFont(TrueTypeFont font, string prefix) : PdfFont
{
    private readonly SortedDictionary<ushort, int> _used = [];

    public override int WidthOf(int rune) => font.WidthOf(font.GlyphOf(rune));

    public override string Encode(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune.Value);
            _used.TryAdd(glyph, rune.Value);
            hex.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return hex.Append('>').ToString();
    }

    internal override void Write(PdfFile file, int id)
    {
        var name = $"{prefix}+{font.Name}"; // the six letters say that it is a part of the font only
        var program = TrueTypeSubset.Of(font, _used.Keys);
        var programId = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"), program);
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 "
            + $"/Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {programId} 0 R >>");
        var widths = string.Join(' ', _used.Keys.Select(glyph => $"{glyph} [{font.WidthOf(glyph)}]"));
        var glyphs = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW {font.WidthOf(0)} /W [{widths}] >>");
        var characters = file.AddStream(string.Empty, Encoding.ASCII.GetBytes(ToUnicode()));
        file.Add(id, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {characters} 0 R >>");
    }

    // ISO 32000-1, 9.10.3; at most 100 lines to a block.
    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in _used.Where(pair => pair.Key != 0).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, rune) in block)
            {
                var text = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(rune).ToString()));
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{text}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
