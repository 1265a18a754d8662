namespace PaymentsApp.Banking.Reading;

/// <summary>A line of a file of records.</summary>
/// <param name="Text">Without line end.</param>
/// <param name="Index">Character where it begins.</param>
internal readonly record struct TextLine(string Text, int Index)
{
    /// <summary>Lines that are not blank; a zero byte and the end mark of old systems (0x1A) are nothing.</summary>
    public static IEnumerable<TextLine> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - at : length;
            var line = text.Substring(at, length).Trim('\uFEFF', '\0', '\u001A', '\f');
            if (line.AsSpan().Trim().Length > 0)
            {
                yield return new TextLine(line, at);
            }

            at += length + 1;
        }
    }

    /// <summary>Columns as the standards number them, from 1 and both included; what is missing is blank.</summary>
    public string Columns(int from, int to) =>
        Text.Length < from ? "" : Text[(from - 1)..Math.Min(to, Text.Length)];
}
