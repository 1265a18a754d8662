namespace PaymentsApp.Banking.Matching;

/// <summary>The letters and digits of a text in one row, each with its place: so that a number is found across blanks and line breaks.</summary>
internal sealed class LineText
{
    /// <summary>What follows is not read: longer than any remittance text that names invoices one by one.</summary>
    public const int LengthMax = 2_000;

    private LineText(byte[] codes, int[] at, int[] runs)
    {
        Codes = codes;
        At = at;
        Runs = runs;
    }

    /// <summary>0 to 9, and 10 to 35 for A to Z.</summary>
    public byte[] Codes { get; }

    /// <summary>Where each stands in the text.</summary>
    public int[] At { get; }

    /// <summary>Which unbroken run of letters and digits each belongs to.</summary>
    public int[] Runs { get; }

    public int Length => Codes.Length;

    public static LineText Of(string text)
    {
        var length = Math.Min(text.Length, LengthMax);
        var (codes, at, runs) = (new byte[length], new int[length], new int[length]);
        var (count, run, isInside) = (0, 0, false);
        for (var i = 0; i < length; i++)
        {
            var code = CodeOf(text[i]);
            if (code < 0)
            {
                run += isInside ? 1 : 0;
                isInside = false;
                continue;
            }

            (codes[count], at[count], runs[count]) = ((byte)code, i, run);
            isInside = true;
            count++;
        }

        Array.Resize(ref codes, count);
        Array.Resize(ref at, count);
        Array.Resize(ref runs, count);
        return new LineText(codes, at, runs);
    }

    /// <summary>A letter or digit as a number, -1 for anything else.</summary>
    public static int CodeOf(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= 'A' and <= 'Z' => letter - 'A' + 10,
        >= 'a' and <= 'z' => letter - 'a' + 10,
        _ => -1,
    };

    /// <summary>A run ends before this place: a blank or mark stands between it and the one before.</summary>
    public bool IsBreak(int place) => place <= 0 || place >= Length || Runs[place] != Runs[place - 1];

    /// <summary>Something new begins here: a run, or letters after digits, or digits after letters.</summary>
    public bool IsBorder(int place) => IsBreak(place) || (Codes[place] < 10) != (Codes[place - 1] < 10);
}
