using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>An entry of the payment type list.</summary>
public sealed record PaymentTypeChoice(int Id, string Name, PaymentTypeKind Kind);
