using CsvHelper;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Finds the sign between values: the one that cuts the first lines most evenly into columns. A comma
/// inside amounts or names cuts unevenly and so loses.
/// </summary>
public static class DelimiterDetection
{
    private const int LinesMax = 100;

    // In order of preference when two do equally well.
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <param name="start">The first characters of the file.</param>
    /// <param name="isWhole">True when that is all of it; else its last line is incomplete.</param>
    /// <returns>The delimiter, or null when nothing cuts the text into columns.</returns>
    public static char? Find(string start, bool isWhole)
    {
        var text = isWhole ? start : WithoutLastLine(start);
        (char Delimiter, double Score)? best = null;
        foreach (var candidate in Candidates)
        {
            var score = Score(text, candidate);
            if (score > 0 && (best is null || score > best.Value.Score))
            {
                best = (candidate, score);
            }
        }

        return best?.Delimiter;
    }

    // Evenness first; the number of columns decides between two even cuts.
    private static double Score(string text, char delimiter)
    {
        var counts = new Dictionary<int, int>();
        var lines = 0;
        using var parser = new CsvParser(new StringReader(text), CsvSource.Configuration(delimiter, () => { }));
        try
        {
            while (lines < LinesMax && parser.Read())
            {
                if (parser.Count <= 1 && string.IsNullOrWhiteSpace(parser.RawRecord))
                {
                    continue;
                }

                counts[parser.Count] = counts.GetValueOrDefault(parser.Count) + 1;
                lines++;
            }
        }
        catch (MaxFieldSizeException)
        {
            // An unclosed quotation mark: judge by the lines before it.
        }

        if (lines == 0)
        {
            return 0;
        }

        var (columns, often) = counts.MaxBy(pair => (pair.Value, pair.Key));
        return columns < 2 ? 0 : ((double)often / lines) + (columns / (2.0 * ImportLimits.Columns));
    }

    private static string WithoutLastLine(string text)
    {
        var end = text.LastIndexOf('\n');
        return end > 0 ? text[..(end + 1)] : text;
    }
}
