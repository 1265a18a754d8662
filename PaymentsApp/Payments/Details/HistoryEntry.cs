using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>One thing that happened to a payment.</summary>
/// <param name="At">On the company's clock.</param>
/// <param name="InvoiceNumber">The invoice concerned; null when it is the payment as a whole.</param>
/// <param name="Reason">Why something was taken back.</param>
public sealed record HistoryEntry(HistoryKind Kind, DateTime At, string By, Money Amount, string? InvoiceNumber = null, string? Reason = null);
