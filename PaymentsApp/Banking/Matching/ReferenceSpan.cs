namespace PaymentsApp.Banking.Matching;

/// <summary>A piece of the line's text that was read as the number of an item.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Number">The number it was read as, as printed on the invoice.</param>
/// <param name="Reading">How closely.</param>
public sealed record ReferenceSpan(int Start, int Length, string Number, ReferenceReading Reading);
