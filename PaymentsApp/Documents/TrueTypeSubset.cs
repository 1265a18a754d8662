using System.Buffers.Binary;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>A font file with the outlines of a few glyphs only, under their numbers: some kilobytes instead of hundreds.</summary>
internal static class TrueTypeSubset
{
    private const int Words = 0x01;
    private const int Scale = 0x08;
    private const int More = 0x20;
    private const int TwoScales = 0x40;
    private const int Matrix = 0x80;

    /// <summary>The font with these glyphs, those they are made of, and the box for missing characters.</summary>
    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        var kept = WithParts(font, glyphs);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph <= font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (glyph < font.GlyphCount && kept.Contains((ushort)glyph))
            {
                outlines.Write(font.Outline(glyph));
                outlines.SetLength((outlines.Length + 3) & ~3L);
                outlines.Position = outlines.Length;
            }
        }

        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // places are of four bytes
        return Assemble(
        [
            ("cvt ", font.Table("cvt ").ToArray()), ("fpgm", font.Table("fpgm").ToArray()), ("glyf", outlines.ToArray()), ("head", head),
            ("hhea", font.Table("hhea").ToArray()), ("hmtx", font.Table("hmtx").ToArray()), ("loca", places),
            ("maxp", font.Table("maxp").ToArray()), ("prep", font.Table("prep").ToArray()),
        ]);
    }

    private static HashSet<ushort> WithParts(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        HashSet<ushort> kept = [0];
        var next = new Stack<ushort>(glyphs);
        next.Push(0);
        while (next.TryPop(out var glyph))
        {
            kept.Add(glyph);
            foreach (var part in Parts(font.Outline(glyph)))
            {
                if (!kept.Contains(part) && part < font.GlyphCount)
                {
                    next.Push(part);
                }
            }
        }

        return kept;
    }

    // A glyph with fewer than no contours is made of others: é of e and an accent.
    private static List<ushort> Parts(ReadOnlySpan<byte> outline)
    {
        List<ushort> parts = [];
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return parts;
        }

        for (int at = 10, flags = More; (flags & More) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & Words) != 0 ? 4 : 2)
                + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }

        return parts;
    }

    private static byte[] Assemble(List<(string Tag, byte[] Bytes)> tables)
    {
        tables.RemoveAll(table => table.Bytes.Length == 0);
        var power = (int)Math.Log2(tables.Count);
        var start = 12 + (16 * tables.Count);
        using var file = new MemoryStream();
        Span<byte> header = stackalloc byte[start];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(header[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)((16 * tables.Count) - (16 << power)));
        var place = start;
        foreach (var (index, (tag, bytes)) in tables.Index())
        {
            var entry = header[(12 + (16 * index))..];
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(bytes));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)place);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)bytes.Length);
            place += (bytes.Length + 3) & ~3;
        }

        ReadOnlySpan<byte> padding = stackalloc byte[3];
        file.Write(header);
        foreach (var (_, bytes) in tables)
        {
            file.Write(bytes);
            file.Write(padding[..(((bytes.Length + 3) & ~3) - bytes.Length)]);
        }

        return file.ToArray();
    }

    private static uint Sum(byte[] bytes)
    {
        Span<byte> last = stackalloc byte[4];
        uint sum = 0;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            last.Clear();
            bytes.AsSpan(at, Math.Min(4, bytes.Length - at)).CopyTo(last);
            unchecked
            {
                sum += BinaryPrimitives.ReadUInt32BigEndian(last);
            }
        }

        return sum;
    }
}
