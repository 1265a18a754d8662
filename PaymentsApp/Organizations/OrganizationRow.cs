using PaymentsApp.Domain;

namespace PaymentsApp.Organizations;

/// <summary>An organization as the list shows it.</summary>
/// <param name="Owner">The sales rep; null when nobody owns the client.</param>
/// <param name="OpenCount">Open invoices.</param>
/// <param name="IsHeld">On credit hold now.</param>
public sealed record OrganizationRow(
    int Id, string Name, string CustomerNumber, string? Owner, int OpenCount, MoneyPerCurrency Outstanding, MoneyPerCurrency Overdue,
    bool IsHeld);
