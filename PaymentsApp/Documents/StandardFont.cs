using System.Globalization;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>
/// Helvetica, which every reader of PDF brings along, in WinAnsi: Western European letters. A letter beyond it appears without
/// its accent, or as a question mark.
/// </summary>
internal sealed class StandardFont(bool isBold) : PdfFont
{
    // Windows-1252, 0x80 to 0x9F; the rest is Latin-1. ISO 32000-1, annex D.2.
    private const string Upper = "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private readonly ReadOnlyMemory<short> _widths = isBold ? HelveticaWidths.Bold : HelveticaWidths.Regular;

    public override int WidthOf(int rune) => _widths.Span[CodeOf(rune) - 32];

    public override string Encode(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            hex.Append(CultureInfo.InvariantCulture, $"{CodeOf(rune.Value):X2}");
        }

        return hex.Append('>').ToString();
    }

    internal override void Write(PdfFile file, int id) => file.Add(
        id, $"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{(isBold ? "-Bold" : "")} /Encoding /WinAnsiEncoding >>");

    private static int CodeOf(int rune) => rune switch
    {
        (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xFF) => rune,
        0x2212 or 0x2011 => '-',
        0x202F or 0x2009 => 0xA0,
        <= char.MaxValue when Upper.IndexOf((char)rune, StringComparison.Ordinal) is >= 0 and var index && rune != 0 => 0x80 + index,
        _ => Plain(rune),
    };

    // ł has no decomposition, ő has.
    private static int Plain(int rune)
    {
        var letter = new Rune(rune).ToString().Normalize(NormalizationForm.FormD)[0];
        return letter is >= ' ' and <= '~' ? letter : '?';
    }
}
