namespace PaymentsApp.Invoicing.Import;

/// <summary>One record of the file.</summary>
/// <param name="Number">The physical line it starts on, counted from 1.</param>
/// <param name="Cells">Trimmed values as they stand in the file.</param>
/// <param name="Fault">Why the cells cannot be trusted, or null.</param>
public sealed record CsvLine(long Number, IReadOnlyList<string> Cells, string? Fault)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
