using PaymentsApp.Domain;

namespace PaymentsApp.Organizations;

/// <summary>An organization whose invoices another one pays, with what is open.</summary>
public sealed record PaidForRow(int Id, string Name, string CustomerNumber, MoneyPerCurrency Outstanding);
