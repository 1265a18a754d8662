using System.Buffers.Binary;
using System.IO.Compression;

namespace PaymentsApp.Documents;

/// <summary>Reads PNG of any kind (W3C, Portable Network Graphics, third edition) to red, green and blue on white.</summary>
internal static class PngPixels
{
    private const string Damaged = "The picture is a damaged PNG.";

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Where the seven passes of an interlaced picture begin, and their steps: x, y, dx, dy.
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Three bytes a pixel, row after row.</summary>
    /// <exception cref="InvalidDataException">It is damaged or too large.</exception>
    public static (int Width, int Height, byte[] Rgb) Read(ReadOnlySpan<byte> file)
    {
        PngKind? kind = null;
        byte[] palette = [], transparent = [];
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                break;
            }

            var name = file.Slice(at + 4, 4);
            var body = file.Slice(at + 8, (int)length);
            if (name.SequenceEqual("IHDR"u8))
            {
                kind = PngKind.Of(body);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = body.ToArray();
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                transparent = body.ToArray();
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                packed.Write(body);
            }

            at += 12 + (int)length;
        }

        if (kind is null || packed.Length == 0)
        {
            throw new InvalidDataException(Damaged);
        }

        packed.Position = 0;
        return (kind.Width, kind.Height, Unpack(kind, packed, new PngColors(kind, palette, transparent)));
    }

    private static byte[] Unpack(PngKind kind, Stream packed, PngColors colors)
    {
        var rgb = new byte[kind.Width * kind.Height * 3];
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress);
            foreach (var (x, y, stepX, stepY) in kind.IsInterlaced ? Passes : [(0, 0, 1, 1)])
            {
                var (width, height) = ((kind.Width - x + stepX - 1) / stepX, (kind.Height - y + stepY - 1) / stepY);
                if (width <= 0 || height <= 0)
                {
                    continue;
                }

                var (row, above) = (new byte[((width * kind.BitsPerPixel) + 7) / 8], new byte[((width * kind.BitsPerPixel) + 7) / 8]);
                for (var line = 0; line < height; line++)
                {
                    var filter = rows.ReadByte();
                    rows.ReadExactly(row);
                    Unfilter(filter, row, above, Math.Max(1, kind.BitsPerPixel / 8));
                    for (var i = 0; i < width; i++)
                    {
                        var place = (((y + (line * stepY)) * kind.Width) + x + (i * stepX)) * 3;
                        colors.Write(row, i, rgb.AsSpan(place, 3));
                    }

                    (row, above) = (above, row);
                }
            }
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException(Damaged, e);
        }

        return rgb;
    }

    // Chapter 9: each byte was written as the difference from a guess.
    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        if (filter is < 0 or > 4)
        {
            throw new InvalidDataException(Damaged);
        }

        for (var i = 0; i < row.Length && filter != 0; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            row[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
