namespace PaymentsApp.Documents;

/// <summary>
/// A picture as PDF keeps it. JPEG stays as it is (ISO 32000-1, 7.4.8); PNG is read whole, and what shines through is laid on white, so that it
/// looks the same in every reader.
/// </summary>
public sealed class PdfImage
{
    /// <summary>The most pixels that are read: a small file can unpack to a very large picture.</summary>
    public const int PixelsMax = 4_000_000;

    private PdfImage(int width, int height, string entries, byte[] data) => (Width, Height, Entries, Data) = (width, height, entries, data);

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>What its dictionary holds beside the length.</summary>
    internal string Entries { get; }

    internal byte[] Data { get; }

    /// <summary>Reads a PNG or a JPEG.</summary>
    /// <exception cref="InvalidDataException">It is none, damaged, or too large; the message is a sentence for the person who chose it.</exception>
    public static PdfImage Read(ReadOnlySpan<byte> file)
    {
        if (PngPixels.IsPng(file))
        {
            var (width, height, rgb) = PngPixels.Read(file);
            return new PdfImage(width, height, Dictionary(width, height, "/DeviceRGB") + " /Filter /FlateDecode", PdfFile.Pack(rgb));
        }

        var jpeg = JpegHead.Read(file);
        var color = jpeg.Components switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => "/DeviceCMYK" };
        var inverted = jpeg is { Components: 4, IsAdobe: true } ? " /Decode [1 0 1 0 1 0 1 0]" : string.Empty; // Adobe writes ink the other way round
        return new PdfImage(jpeg.Width, jpeg.Height, $"{Dictionary(jpeg.Width, jpeg.Height, color)}{inverted} /Filter /DCTDecode", file.ToArray());
    }

    /// <exception cref="InvalidDataException">There are no pixels, or too many.</exception>
    internal static void Check(long width, long height)
    {
        if (width <= 0 || height <= 0 || width > PixelsMax || height > PixelsMax || width * height > PixelsMax)
        {
            throw new InvalidDataException("The picture has more than 4 million pixels. Save it smaller.");
        }
    }

    private static string Dictionary(int width, int height, string color) =>
        $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {color} /BitsPerComponent 8";
}
