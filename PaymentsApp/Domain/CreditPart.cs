namespace PaymentsApp.Domain;

/// <summary>So much of a credit for an invoice.</summary>
/// <param name="Minor">In minor units; positive.</param>
public sealed record CreditPart(Guid CreditId, int InvoiceId, long Minor);
