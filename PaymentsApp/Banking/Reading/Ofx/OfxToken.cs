namespace PaymentsApp.Banking.Reading.Ofx;

/// <summary>A tag with the text behind it, up to the next tag.</summary>
/// <param name="Name">In upper case, without the slash.</param>
/// <param name="IsEnd">True for an end tag.</param>
/// <param name="Value">Decoded and trimmed.</param>
/// <param name="Index">Character where the text begins.</param>
internal readonly record struct OfxToken(string Name, bool IsEnd, string Value, int Index);
