namespace PaymentsApp.Invoicing;

/// <summary>One row of a <see cref="NewInvoice"/>.</summary>
/// <param name="AmountMinor">In minor units of the invoice's currency.</param>
public sealed record NewInvoiceRow(string Description, string? Issue, string? Product, long AmountMinor);
