namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>A row of an open invoice, as it is read.</summary>
internal sealed record OpenRow(
    int InvoiceId, string Currency, DateOnly DueOn, long OutstandingMinor, int RowId, string Description, string? Issue, string? Product, long AmountMinor);
