using System.Buffers.Binary;

namespace PaymentsApp.Documents;

/// <summary>The head of a PNG.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Depth">Bits of one sample.</param>
/// <param name="Color">0 gray, 2 color, 3 palette, 4 gray with alpha, 6 color with alpha.</param>
/// <param name="IsInterlaced">Its rows come in seven passes.</param>
internal sealed record PngKind(int Width, int Height, int Depth, int Color, bool IsInterlaced)
{
    public int Samples => Color switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };

    public int BitsPerPixel => Samples * Depth;

    /// <exception cref="InvalidDataException">There is no such kind, or it is too large.</exception>
    public static PngKind Of(ReadOnlySpan<byte> body)
    {
        if (body.Length != 13)
        {
            throw new InvalidDataException("The picture is a damaged PNG.");
        }

        long width = BinaryPrimitives.ReadUInt32BigEndian(body), height = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        PdfImage.Check(width, height);
        var kind = new PngKind((int)width, (int)height, body[8], body[9], body[12] == 1);
        var isKnown = (kind.Color, kind.Depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return isKnown && body[10] == 0 && body[11] == 0 && body[12] <= 1 ? kind : throw new InvalidDataException("The picture is a PNG of an unknown kind.");
    }
}
