using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Lists;
using PaymentsApp.Security;

namespace PaymentsApp.Collection;

/// <summary>What a search text means for the open invoices: a few ids, or a condition that many invoices meet.</summary>
internal sealed class OpenInvoiceSearch
{
    // Null: nothing was searched for.
    private readonly ListSearch<Invoice, int>? _search;

    private OpenInvoiceSearch(IQueryable<Invoice> open, ListSearch<Invoice, int>? search, List<int>? few)
    {
        _search = search;
        Open = open;
        Few = few;
    }

    /// <summary>
    /// All open invoices that the person may see. What one rep has open is searched and sorted whole: looked for among
    /// everybody's invoices, it would take as long as those are many.
    /// </summary>
    public IQueryable<Invoice> Open { get; }

    /// <summary>The invoices that match; null when there are too many to list, or nothing was searched for.</summary>
    public List<int>? Few { get; }

    public static async Task<OpenInvoiceSearch> FindAsync(AppDbContext db, Access access, string text, CancellationToken cancel)
    {
        var open = access.InvoicesOfVisible(db).Where(invoice => invoice.OutstandingMinor > 0);
        var search = text.Length == 0 ? null : InvoiceSearch.Of(access.VisibleOrganizations(db), text);
        return new OpenInvoiceSearch(
            open, search, search is null ? null : await search.FewAsync(db.Invoices.Where(invoice => invoice.OutstandingMinor > 0), cancel));
    }

    /// <summary>The rows that match.</summary>
    public IQueryable<Invoice> On(IQueryable<Invoice> rows) => _search is null ? rows : _search.Matching(rows);
}
