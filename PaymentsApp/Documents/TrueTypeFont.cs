using System.Buffers.Binary;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>A TrueType font: which glyph draws which character, and how wide it is. Read only, shared by all documents.</summary>
/// <remarks>The tables are described in the OpenType specification, chapters head, hhea, hmtx, maxp, cmap, loca, name.</remarks>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int _widthCount;

    /// <exception cref="InvalidDataException">This is no TrueType font with outlines of its own.</exception>
    /// <exception cref="ArgumentException">The file ends too early.</exception>
    public TrueTypeFont(byte[] file)
    {
        _file = file;
        if (U32(0) is not (0x00010000 or 0x74727565))
        {
            throw new InvalidDataException("This is no TrueType font.");
        }

        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(file, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        if (!_tables.ContainsKey("glyf") || !_tables.ContainsKey("cmap"))
        {
            throw new InvalidDataException("This font has no TrueType outlines.");
        }

        UnitsPerEm = U16(_tables["head"].Offset + 18);
        GlyphCount = U16(_tables["maxp"].Offset + 4);
        _widthCount = U16(_tables["hhea"].Offset + 34);
        ReadCharacters();
        Name = ReadName();
    }

    /// <summary>The PostScript name: letters, digits and hyphens.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Height over the line, in thousandths of the size.</summary>
    public int Ascent => Thousandths(S16(_tables["hhea"].Offset + 4));

    /// <summary>Depth below the line, negative, in thousandths of the size.</summary>
    public int Descent => Thousandths(S16(_tables["hhea"].Offset + 6));

    /// <summary>Left, bottom, right and top of all glyphs together, in thousandths of the size.</summary>
    public IEnumerable<int> Box => Enumerable.Range(0, 4).Select(i => Thousandths(S16(_tables["head"].Offset + 36 + (2 * i))));

    /// <summary>The glyph of a character; 0, an empty box, when the font has none.</summary>
    public ushort GlyphOf(int rune) => _glyphs.GetValueOrDefault(rune);

    /// <summary>The advance of a glyph, in thousandths of the size.</summary>
    public int WidthOf(int glyph) => Thousandths(U16(_tables["hmtx"].Offset + (4 * Math.Min(glyph, _widthCount - 1))));

    /// <summary>A table as it stands in the file; empty when there is none.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var at) ? _file.AsSpan(at.Offset, at.Length) : [];

    /// <summary>The outline of a glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (loca, isLong) = (_tables["loca"].Offset, S16(_tables["head"].Offset + 50) != 0);
        var (from, to) = isLong
            ? ((int)U32(loca + (4 * glyph)), (int)U32(loca + (4 * glyph) + 4))
            : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
        return _file.AsSpan(_tables["glyf"].Offset + from, to - from);
    }

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm, MidpointRounding.AwayFromZero);

    // The map with all of Unicode (format 12) before the one with its first 65,536 characters (format 4).
    private void ReadCharacters()
    {
        var cmap = _tables["cmap"].Offset;
        var maps = Enumerable.Range(0, U16(cmap + 2))
            .Select(i => cmap + 4 + (8 * i))
            .Where(entry => U16(entry) is 0 or 3)
            .Select(entry => cmap + (int)U32(entry + 4))
            .ToList();
        if (maps.Find(map => U16(map) == 12) is > 0 and var full)
        {
            ReadGroups(full);
        }
        else if (maps.Find(map => U16(map) == 4) is > 0 and var basic)
        {
            ReadSegments(basic);
        }
        else
        {
            throw new InvalidDataException("This font has no Unicode map.");
        }
    }

    private void ReadGroups(int map)
    {
        for (var i = 0; i < (int)U32(map + 12); i++)
        {
            var group = map + 16 + (12 * i);
            var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
            for (var rune = first; rune <= last && glyph + rune - first < GlyphCount; rune++)
            {
                _glyphs[rune] = (ushort)(glyph + rune - first);
            }
        }
    }

    private void ReadSegments(int map)
    {
        int count = U16(map + 6) / 2, ends = map + 14, starts = ends + (2 * count) + 2, deltas = starts + (2 * count), offsets = deltas + (2 * count);
        for (var i = 0; i < count; i++)
        {
            var offset = U16(offsets + (2 * i));
            for (int rune = U16(starts + (2 * i)), last = U16(ends + (2 * i)); rune <= last && rune < 0xFFFF; rune++)
            {
                var found = offset == 0 ? rune : U16(offsets + (2 * i) + offset + (2 * (rune - U16(starts + (2 * i)))));
                var glyph = offset != 0 && found == 0 ? 0 : (ushort)(found + U16(deltas + (2 * i)));
                if (glyph != 0 && glyph < GlyphCount)
                {
                    _glyphs[rune] = (ushort)glyph;
                }
            }
        }
    }

    // Name 6 on platform 3 is in UTF-16.
    private string ReadName()
    {
        var table = _tables.GetValueOrDefault("name").Offset;
        for (var i = 0; table > 0 && i < U16(table + 2); i++)
        {
            var entry = table + 6 + (12 * i);
            if (U16(entry) == 3 && U16(entry + 6) == 6)
            {
                var text = Encoding.BigEndianUnicode.GetString(_file, table + U16(table + 4) + U16(entry + 10), U16(entry + 8));
                return string.Concat(text.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) is { Length: > 0 } name ? name : "Font";
            }
        }

        return "Font";
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
