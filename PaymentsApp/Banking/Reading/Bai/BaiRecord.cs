namespace PaymentsApp.Banking.Reading.Bai;

/// <summary>A record with the lines that continue it (88).</summary>
/// <param name="Code">01, 02, 03, 16, 49, 98, 99.</param>
/// <param name="Pieces">What stands behind the code, one piece per line, without the "/" at the end.</param>
/// <param name="Index">Character where it begins.</param>
internal sealed record BaiRecord(string Code, List<string> Pieces, int Index)
{
    /// <summary>All fields, for records without text.</summary>
    public List<string> Fields() => [.. Pieces.SelectMany(piece => piece.Split(',')).Select(field => field.Trim())];
}
