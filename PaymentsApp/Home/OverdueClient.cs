using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>A client with invoices past due, in one currency.</summary>
/// <param name="DaysLate">Of the oldest of them.</param>
public sealed record OverdueClient(int OrganizationId, string Name, int InvoiceCount, Money Overdue, int DaysLate);
