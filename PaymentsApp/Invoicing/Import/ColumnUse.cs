namespace PaymentsApp.Invoicing.Import;

/// <summary>The column that fills one field.</summary>
/// <param name="Field">What it fills.</param>
/// <param name="Column">The column's index.</param>
/// <param name="IsSure">False when the name fits only loosely or the values do not look right.</param>
/// <param name="Others">Headers of other columns that could fill the field, the better ones first.</param>
public sealed record ColumnUse(ImportField Field, int Column, bool IsSure, IReadOnlyList<string> Others);
