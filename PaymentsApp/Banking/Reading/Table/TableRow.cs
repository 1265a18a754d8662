namespace PaymentsApp.Banking.Reading.Table;

/// <summary>A row of a table, of separated values or of a sheet.</summary>
/// <param name="Cells">In order, trimmed.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Numbers">Which cells a sheet holds as numbers: their point is a point. Null for text.</param>
internal sealed record TableRow(string[] Cells, SourcePosition At, bool[]? Numbers = null)
{
    public bool IsBlank => Array.TrueForAll(Cells, cell => cell.Length == 0);

    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    public bool IsNumber(int column) => Numbers is not null && column >= 0 && column < Numbers.Length && Numbers[column];

    public AmountText? Amount(int column) => AmountText.Read(this[column]);
}
