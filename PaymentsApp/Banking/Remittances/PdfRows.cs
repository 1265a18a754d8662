using PaymentsApp.Banking.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace PaymentsApp.Banking.Remittances;

/// <summary>The text of a PDF as rows: words of one height are a row, a wide gap begins a new part.</summary>
internal static class PdfRows
{
    private const int PagesMax = 100;
    private const int WordsMax = 100_000;

    // As shares of the height of the letters.
    private const double SameRow = 0.5;
    private const double NewPart = 1.0;

    private const int StackDepthMax = 64;

    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(10);

    // A file from outside is read by a large library: one at a time, whatever it takes.
    private static readonly Lock OneAtATime = new();

    /// <exception cref="UnreadableFileException">It is damaged, locked, a picture without text, or made to take long.</exception>
    public static List<RemittanceRow> Of(byte[] bytes, CancellationToken cancel)
    {
        lock (OneAtATime)
        {
            return Read(bytes, cancel);
        }
    }

    private static List<RemittanceRow> Read(byte[] bytes, CancellationToken cancel)
    {
        try
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            using var document = PdfDocument.Open(bytes, new ParsingOptions { FilterProvider = new BoundedFilters(), MaxStackDepth = StackDepthMax });
            if (document.NumberOfPages > PagesMax)
            {
                throw new UnreadableFileException($"The PDF has more than {PagesMax} pages.");
            }

            var rows = new List<RemittanceRow>();
            var words = 0;
            for (var page = 1; page <= document.NumberOfPages; page++)
            {
                cancel.ThrowIfCancellationRequested();
                if (System.Diagnostics.Stopwatch.GetElapsedTime(started) > TimeMax)
                {
                    throw new UnreadableFileException("The PDF takes too long to read.");
                }

                var found = document.GetPage(page).GetWords().ToList();
                words += found.Count;
                if (words > WordsMax)
                {
                    throw new UnreadableFileException("The PDF has too many words for a remittance advice.");
                }

                rows.AddRange(Lines(found).Select((line, i) => RemittanceRows.OfLine(line, rows.Count + i + 1)));
            }

            return rows.Count > 0 ? rows : throw new UnreadableFileException("The PDF has no text: it may be a picture of a page.");
        }
        catch (Exception e) when (e is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            // The library says in many kinds of exceptions that a file is not as it should be.
            throw new UnreadableFileException($"The PDF cannot be read: {e.Message}");
        }
    }

    private static IEnumerable<string> Lines(List<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(word => word.BoundingBox.Bottom))
        {
            if (lines.Count > 0 && lines[^1][0] is var first && first.BoundingBox.Bottom - word.BoundingBox.Bottom < SameRow * Height(first))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        foreach (var line in lines)
        {
            line.Sort((one, other) => one.BoundingBox.Left.CompareTo(other.BoundingBox.Left));
            var text = new System.Text.StringBuilder();
            for (var i = 0; i < line.Count; i++)
            {
                var gap = i == 0 ? 0 : line[i].BoundingBox.Left - line[i - 1].BoundingBox.Right;
                text.Append(i == 0 ? "" : gap > NewPart * Height(line[i]) ? "\t" : " ").Append(line[i].Text);
            }

            yield return text.ToString();
        }
    }

    private static double Height(Word word) => Math.Max(1, word.Letters.Max(letter => letter.PointSize));
}
