using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Details;

/// <summary>One row as printed.</summary>
public sealed record InvoiceDetailsRow(int LineNumber, string Description, string? Issue, string? Product, Money Amount);
