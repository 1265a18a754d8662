using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;

namespace PaymentsApp.Collection;

/// <summary>What all invoices of a list come to, not only those of one page.</summary>
/// <param name="Outstanding">Null where too many match a search to be added up.</param>
/// <param name="Overdue">The part of it that is due before today; null likewise.</param>
/// <param name="Count">How many invoices; null likewise.</param>
/// <param name="Currencies">The currencies in which anything is open at all.</param>
public sealed record OpenInvoiceTotals(
    MoneyPerCurrency? Outstanding, MoneyPerCurrency? Overdue, BoundedCount? Count, IReadOnlyList<string> Currencies)
{
    public static OpenInvoiceTotals Unknown { get; } = new(null, null, null, []);
}
