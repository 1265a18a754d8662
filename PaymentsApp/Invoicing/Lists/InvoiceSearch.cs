using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Invoicing.Lists;

/// <summary>What a search looks at in lists of invoices: the number, and whose it is.</summary>
internal static class InvoiceSearch
{
    public static ListSearch<Invoice, int> Of(AppDbContext db, Access access, string text) => new(
        access.VisibleOrganizations(db),
        access.NameParts(db),
        invoice => new Searchable<Invoice, int>
        {
            Row = invoice,
            Id = invoice.Id,
            Key = invoice.NumberKey,
            OrganizationId = invoice.OrganizationId,
            IsMeant = false,
        },
        text,
        isKeySorted: false);
}
