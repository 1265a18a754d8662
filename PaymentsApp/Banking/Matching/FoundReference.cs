namespace PaymentsApp.Banking.Matching;

/// <summary>A number found in a text.</summary>
/// <param name="Slot">Which number of the store.</param>
/// <param name="From">The first place in the text's letters and digits.</param>
/// <param name="To">After the last one.</param>
/// <param name="Gain">How much more likely the text is when this number was meant than when it was not, in nats.</param>
internal readonly record struct FoundReference(int Slot, int From, int To, double Gain, ReferenceReading Reading)
{
    public bool Overlaps(in FoundReference other) => From < other.To && other.From < To;
}
