namespace PaymentsApp.Banking.Reading.Edi;

/// <summary>One segment of X12.</summary>
/// <param name="Elements">The segment's name first.</param>
/// <param name="Index">Character where it begins.</param>
internal sealed record EdiSegment(string[] Elements, int Index)
{
    public string Name => Elements[0];

    /// <summary>The element that the standard gives this number; null when it is empty or missing.</summary>
    public string? this[int number] => number < Elements.Length && Elements[number].Length > 0 ? Elements[number] : null;
}
