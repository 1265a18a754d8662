namespace PaymentsApp.Banking.Reading.Qif;

/// <summary>One record of a QIF file: lines that begin with a letter, up to the "^".</summary>
internal sealed class QifRecord(int index)
{
    /// <summary>Character where it begins.</summary>
    public int Index { get; } = index;

    /// <summary>Letter, text and place, in the order of the file.</summary>
    public List<(char Code, string Text, int Index)> Lines { get; } = [];

    public string? Value(char code)
    {
        foreach (var line in Lines)
        {
            if (line.Code == code && line.Text.Length > 0)
            {
                return line.Text;
            }
        }

        return null;
    }

    public int IndexOf(char code)
    {
        var found = Lines.FindIndex(line => line.Code == code);
        return found < 0 ? Index : Lines[found].Index;
    }
}
