using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Credits;

/// <summary>A part of a credit note on an invoice.</summary>
/// <param name="AdjustmentId">The fact, for taking it back.</param>
public sealed record CreditNetting(Guid AdjustmentId, int InvoiceId, string InvoiceNumber, Money Amount, DateOnly On);
