using PaymentsApp.Domain;
using PaymentsApp.Payments.Lists;

namespace PaymentsApp.Organizations;

/// <summary>What is worth knowing of an organization at a glance.</summary>
/// <param name="Aging">One line for each currency in which something is open.</param>
/// <param name="Payments">The latest.</param>
/// <param name="Invoices">The oldest open ones.</param>
/// <param name="Contacts">The first few.</param>
public sealed record OrganizationOverview(
    IReadOnlyList<Aging> Aging,
    IReadOnlyList<PaymentRow> Payments,
    IReadOnlyList<OrganizationInvoiceRow> Invoices,
    IReadOnlyList<ContactRow> Contacts)
{
    /// <summary>The organizations it pays for, by name, as far as the person may see them.</summary>
    public IReadOnlyList<PaidForRow> PaysFor { get; init; } = [];
}
