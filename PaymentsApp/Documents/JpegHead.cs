using System.Buffers.Binary;

namespace PaymentsApp.Documents;

/// <summary>What a JPEG says of itself before its pixels (ITU-T T.81, annex B).</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Components">1 gray, 3 color, 4 ink.</param>
/// <param name="IsAdobe">It has Adobe's mark.</param>
internal sealed record JpegHead(int Width, int Height, int Components, bool IsAdobe)
{
    private const string Damaged = "The picture is no PNG and no JPEG, or it is damaged.";

    /// <exception cref="InvalidDataException">It is no JPEG that every reader of PDF shows.</exception>
    public static JpegHead Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            throw new InvalidDataException(Damaged);
        }

        var isAdobe = false;
        for (var at = 2; at + 4 <= file.Length;)
        {
            var mark = file[at + 1];
            if (file[at] != 0xFF)
            {
                break;
            }

            if (mark is 0xFF)
            {
                at++; // filling
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            var part = at + 2 + length <= file.Length && length >= 2 ? file.Slice(at + 4, length - 2) : throw new InvalidDataException(Damaged);
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Frame(mark, part, isAdobe);
            }

            isAdobe |= mark == 0xEE && part.StartsWith("Adobe"u8);
            at += 2 + length;
        }

        throw new InvalidDataException(Damaged);
    }

    // Precision, height, width, number of components. PDF shows baseline and progressive ones of eight bits.
    private static JpegHead Frame(byte mark, ReadOnlySpan<byte> part, bool isAdobe)
    {
        if (part.Length < 6)
        {
            throw new InvalidDataException(Damaged);
        }

        if (mark is not (0xC0 or 0xC1 or 0xC2) || part[0] != 8 || part[5] is not (1 or 3 or 4))
        {
            throw new InvalidDataException("The picture is a JPEG of a rare kind. Save it as PNG.");
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(part[1..]), BinaryPrimitives.ReadUInt16BigEndian(part[3..]));
        PdfImage.Check(width, height);
        return new JpegHead(width, height, part[5], isAdobe);
    }
}
