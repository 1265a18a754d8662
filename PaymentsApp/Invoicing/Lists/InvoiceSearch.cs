using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Lists;

/// <summary>What a search looks at in lists of invoices: the number, and whose it is.</summary>
internal static class InvoiceSearch
{
    /// <param name="organizations">Those that the person may see.</param>
    /// <param name="text">What was typed.</param>
    public static ListSearch<Invoice, int> Of(IQueryable<Organization> organizations, string text) => new(
        organizations,
        invoice => new Searchable<Invoice, int>
        {
            Row = invoice,
            Id = invoice.Id,
            Key = invoice.NumberKey,
            OrganizationId = invoice.OrganizationId,
            IsMeant = false,
        },
        text);
}
