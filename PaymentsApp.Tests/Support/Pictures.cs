using System.Buffers.Binary;
using System.IO.Compression;

namespace PaymentsApp.Tests.Support;

/// <summary>Small pictures made for tests.</summary>
internal static class Pictures
{
    /// <summary>16 x 8 pixels of about #2060C0, made by Chromium.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLT"
        + "w1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAA"
        + "AAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCcBWB//9k=");

    /// <summary>A PNG of one color: what its samples are goes in, row after row the same.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="colorType">As PNG counts: 0 gray, 2 color, 3 palette, 4 gray with alpha, 6 color with alpha.</param>
    /// <param name="depth">Bits of a sample.</param>
    /// <param name="pixel">The samples of each pixel; one byte for depths below 8, which is repeated.</param>
    /// <param name="chunks">Palette and transparency.</param>
    public static byte[] Png(int width, int height, byte colorType, byte depth, byte[] pixel, params (string Name, byte[] Body)[] chunks)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (depth, colorType);
        Chunk(file, "IHDR", head);
        foreach (var (name, body) in chunks)
        {
            Chunk(file, name, body);
        }

        Chunk(file, "IDAT", Rows(width, height, depth, pixel));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    // Each row with another of the five filters: the difference to the left, to the row above, ...
    private static byte[] Rows(int width, int height, byte depth, byte[] pixel)
    {
        var row = depth < 8
            ? [.. Enumerable.Repeat(pixel[0], ((width * depth) + 7) / 8)]
            : Enumerable.Range(0, width).SelectMany(_ => pixel).ToArray();
        var step = depth < 8 ? 1 : pixel.Length;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                var filter = y % 5;
                zlib.WriteByte((byte)filter);
                for (var i = 0; i < row.Length; i++)
                {
                    int left = i >= step ? row[i - step] : 0, up = y > 0 ? row[i] : 0, corner = i >= step && y > 0 ? row[i - step] : 0;
                    zlib.WriteByte((byte)(row[i] - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) }));
                }
            }
        }

        return packed.ToArray();
    }

    private static int Paeth(int left, int up, int corner) =>
        new[] { left, up, corner }.MinBy(guess => Math.Abs(left + up - corner - guess));

    private static void Chunk(MemoryStream file, string name, byte[] body)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        file.Write(length);
        file.Write(System.Text.Encoding.ASCII.GetBytes(name));
        file.Write(body);
        file.Write([0, 0, 0, 0]); // no check sum: what is read is checked by zlib's own
    }
}
