using PaymentsApp.Domain;

namespace PaymentsApp.Organizations;

/// <summary>What stands above all tabs of an organization.</summary>
/// <param name="Owner">The sales rep; null when nobody owns the client.</param>
/// <param name="PayerId">The agency or parent that pays; null when it pays itself, or when the person may not see the payer.</param>
/// <param name="Payer">Its name; null likewise.</param>
/// <param name="Unapplied">Credit: money received that is on no invoice, and what is left of credit notes.</param>
/// <param name="OpenCount">Open invoices.</param>
public sealed record OrganizationHeader(
    int Id,
    string Name,
    string CustomerNumber,
    string? Owner,
    int? PayerId,
    string? Payer,
    int PaymentTermsDays,
    string Currency,
    MoneyPerCurrency Outstanding,
    MoneyPerCurrency Overdue,
    MoneyPerCurrency Unapplied,
    int OpenCount)
{
    /// <summary>For how many organizations it pays, of those the person may see.</summary>
    public int PaysForCount { get; init; }
}
