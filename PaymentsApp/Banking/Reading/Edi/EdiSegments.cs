namespace PaymentsApp.Banking.Reading.Edi;

/// <summary>Takes X12 apart. The interchange header tells its own separators: the letter behind ISA, and the one behind its sixteenth element.</summary>
internal static class EdiSegments
{
    public static bool Is(string text) => Start(text) is >= 0 and var at && at + 3 < text.Length && !char.IsLetterOrDigit(text[at + 3]);

    public static List<EdiSegment> Split(string text, int offset = 0)
    {
        var start = Math.Max(0, Start(text));
        var element = Element(text, start);
        var terminator = Terminator(text, start, element);
        var segments = new List<EdiSegment>();
        for (var at = start; at < text.Length;)
        {
            var end = terminator is '\n' or '\r' ? text.AsSpan(at).IndexOfAny('\r', '\n') : text.AsSpan(at).IndexOf(terminator);
            end = end < 0 ? text.Length : at + end;
            var segment = text[at..end].Trim();
            if (segment.Length > 0)
            {
                segments.Add(new EdiSegment([.. segment.Split(element).Select(part => part.Trim())], offset + at));
            }

            at = end + 1;
        }

        return segments;
    }

    private static int Start(string text)
    {
        for (var at = 0; at < text.Length && at < 1000; at++)
        {
            if (!char.IsWhiteSpace(text[at]) && text[at] != '\uFEFF')
            {
                var rest = text.AsSpan(at);
                return rest.StartsWith("ISA") || rest.StartsWith("GS*") || rest.StartsWith("ST*820") || rest.StartsWith("RMR*") || rest.StartsWith("BPR*") ? at : -1;
            }
        }

        return -1;
    }

    private static char Element(string text, int start)
    {
        var letter = text.AsSpan(start).IndexOfAnyExceptInRange('A', 'Z');
        return letter < 0 ? '*' : text[start + letter];
    }

    // ISA has sixteen elements; the last is one letter, then the terminator stands. Counting elements also works where the fixed widths are wrong.
    private static char Terminator(string text, int start, char element)
    {
        if (text.AsSpan(start).StartsWith("ISA"))
        {
            var at = start;
            for (var i = 0; i < 16 && at >= 0; i++)
            {
                at = text.IndexOf(element, at + 1);
            }

            // With the sixteenth missing or empty the line end is what ends the segment.
            if (at >= 0 && at + 2 < text.Length)
            {
                var mark = char.IsLetterOrDigit(text[at + 2]) ? '\n' : text[at + 2];
                return mark == ' ' ? '\n' : mark;
            }
        }

        return text.Contains('~', StringComparison.Ordinal) ? '~' : text.Contains('\\', StringComparison.Ordinal) ? '\\' : '\n';
    }
}
