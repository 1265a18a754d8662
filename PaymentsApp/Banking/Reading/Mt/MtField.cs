namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>One field of a SWIFT message: <c>:61:...</c> with its continuation lines.</summary>
/// <param name="Tag">Between the colons.</param>
/// <param name="Lines">The text behind the tag, then the further lines, without line ends.</param>
/// <param name="Index">Character where the tag's colon stands.</param>
internal sealed record MtField(string Tag, List<string> Lines, int Index)
{
    public string First => Lines[0];

    /// <summary>Character where the text begins.</summary>
    public int TextIndex => Index + Tag.Length + 2;
}
