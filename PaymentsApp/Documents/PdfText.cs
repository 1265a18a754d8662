using System.Globalization;
using System.Text;

namespace PaymentsApp.Documents;

/// <summary>Text as it is printed: without marks that have no width, and in lines that fit.</summary>
internal static class PdfText
{
    /// <summary>The lines of a text, broken at its own ends of lines, at blanks, and inside a word that is wider than the column.</summary>
    public static IReadOnlyList<string> Wrap(string text, PdfFont font, double size, double width)
    {
        List<string> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Wrap(Printable(paragraph), font, size, width, lines);
        }

        return lines;
    }

    /// <summary>On one line: what has no width goes away, ends of lines become blanks.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    printable.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Surrogate:
                    break;
                default:
                    printable.Append(rune.ToString());
                    break;
            }
        }

        return printable.ToString();
    }

    private static void Wrap(string text, PdfFont font, double size, double width, List<string> lines)
    {
        var blank = font.Measure(" ", size);
        var line = new StringBuilder();
        double used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, size, width)))
        {
            var wide = font.Measure(word, size);
            if (line.Length > 0 && used + blank + wide > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            used += line.Length > 0 ? blank + wide : wide;
            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        lines.Add(line.ToString());
    }

    private static IEnumerable<string> Pieces(string word, PdfFont font, double size, double width)
    {
        if (font.Measure(word, size) <= width)
        {
            yield return word;
            yield break;
        }

        var piece = new StringBuilder();
        double used = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var wide = font.WidthOf(rune.Value) * size / 1000;
            if (piece.Length > 0 && used + wide > width)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(rune.ToString());
            used += wide;
        }

        yield return piece.ToString();
    }
}
