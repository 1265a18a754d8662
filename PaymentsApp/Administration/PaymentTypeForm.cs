using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>An entry of the payment type list, as typed.</summary>
/// <param name="Id">Null for a new one.</param>
public sealed record PaymentTypeForm(int? Id, string Name, PaymentTypeKind Kind, bool IsActive);
