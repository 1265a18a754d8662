using PaymentsApp.Banking.Reading;

namespace PaymentsApp.Banking.Remittances;

/// <summary>A part of a row.</summary>
/// <param name="Column">In which column of a table it stands; -1 in a line of text.</param>
/// <param name="IsNumber">A spreadsheet holds it as a number: its point is a point.</param>
internal sealed record RemittanceCell(string Text, int Column, bool IsNumber = false)
{
    public bool IsDate { get; } = DateText.Is(Text);

    public AmountText? Amount => IsDate ? null : AmountText.Read(Text);
}
