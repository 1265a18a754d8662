namespace PaymentsApp.Documents;

/// <summary>A font of one document; it remembers which characters were used, so that only those are embedded.</summary>
public abstract class PdfFont
{
    /// <summary>The advance of one character, in thousandths of the size.</summary>
    public abstract int WidthOf(int rune);

    /// <summary>The text as a PDF string, in the font's own encoding.</summary>
    public abstract string Encode(string text);

    /// <summary>Writes what the font consists of.</summary>
    /// <param name="file">The document.</param>
    /// <param name="id">The number of the font's own object.</param>
    internal abstract void Write(PdfFile file, int id);

    /// <summary>How wide a text is at a size, in points.</summary>
    public double Measure(string text, double size)
    {
        long width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune.Value);
        }

        return width * size / 1000;
    }
}
