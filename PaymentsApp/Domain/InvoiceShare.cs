namespace PaymentsApp.Domain;

/// <summary>How much of a payment goes to one invoice.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Amount">In the payment's currency.</param>
public sealed record InvoiceShare(int InvoiceId, Money Amount);
