namespace PaymentsApp.Payments.Remittances;

/// <summary>One line of a remittance advice.</summary>
/// <param name="Row">Where it stands: line of the text or row of the sheet, from 1.</param>
/// <param name="Reference">What it names: the item's own number, or the text that names nothing known.</param>
/// <param name="AmountMinor">What is said to be paid, in minor units, negative for what is taken off; null: it says nothing.</param>
/// <param name="Item">The place of the item that is named; null: none of those.</param>
public sealed record RemittanceLine(int Row, string Reference, long? AmountMinor, int? Item)
{
    /// <summary>Where nothing is named: the place of the only item whose number is as good as this; null: none, or several.</summary>
    public int? Similar { get; init; }
}
