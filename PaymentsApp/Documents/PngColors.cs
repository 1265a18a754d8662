namespace PaymentsApp.Documents;

/// <summary>Makes the samples of a pixel to its color on white.</summary>
/// <param name="kind">Of the picture.</param>
/// <param name="palette">Three bytes for each entry; empty without a palette.</param>
/// <param name="transparent">The chunk tRNS: alpha of palette entries, or the one color that shines through.</param>
internal sealed class PngColors(PngKind kind, byte[] palette, byte[] transparent)
{
    /// <summary>Writes a pixel.</summary>
    /// <param name="row">Its row, unfiltered.</param>
    /// <param name="index">Its place in the row.</param>
    /// <param name="rgb">Three bytes.</param>
    public void Write(ReadOnlySpan<byte> row, int index, Span<byte> rgb)
    {
        if (kind.Color == 3)
        {
            WriteOfPalette(Sample(row, index), rgb);
            return;
        }

        Span<int> samples = stackalloc int[kind.Samples];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = Sample(row, (index * kind.Samples) + i);
        }

        var alpha = kind.Color is 4 or 6 ? Eight(samples[^1]) : IsTransparent(samples) ? 0 : 255;
        for (var i = 0; i < 3; i++)
        {
            rgb[i] = OnWhite(Eight(kind.Color is 0 or 4 ? samples[0] : samples[i]), alpha);
        }
    }

    private static byte OnWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);

    private void WriteOfPalette(int entry, Span<byte> rgb)
    {
        if ((entry * 3) + 3 > palette.Length)
        {
            throw new InvalidDataException("The picture is a damaged PNG.");
        }

        var alpha = entry < transparent.Length ? transparent[entry] : 255;
        for (var i = 0; i < 3; i++)
        {
            rgb[i] = OnWhite(palette[(entry * 3) + i], alpha);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int place) => kind.Depth switch
    {
        8 => row[place],
        16 => (row[place * 2] << 8) | row[(place * 2) + 1],
        var depth => (row[place * depth / 8] >> (8 - depth - (place * depth % 8))) & ((1 << depth) - 1),
    };

    private int Eight(int sample) => kind.Depth switch
    {
        8 => sample,
        16 => sample >> 8,
        var depth => sample * 255 / ((1 << depth) - 1),
    };

    private bool IsTransparent(ReadOnlySpan<int> samples)
    {
        if (transparent.Length < samples.Length * 2)
        {
            return false;
        }

        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] != ((transparent[i * 2] << 8) | transparent[(i * 2) + 1]))
            {
                return false;
            }
        }

        return true;
    }
}
