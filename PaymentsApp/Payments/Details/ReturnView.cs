using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Details;

/// <summary>That the bank took the payment back.</summary>
/// <param name="BankFee">What the bank charged the publisher; zero for nothing.</param>
/// <param name="FeeInvoiceId">The invoice that charges the payer; null for none.</param>
public sealed record ReturnView(string Code, Money BankFee, int? FeeInvoiceId, string? FeeInvoiceNumber, string? Note);
