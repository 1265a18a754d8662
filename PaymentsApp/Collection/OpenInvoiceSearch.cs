using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Lists;
using PaymentsApp.Security;

namespace PaymentsApp.Collection;

/// <summary>What a search text means for the open invoices: few of them, or a condition that many invoices meet.</summary>
internal sealed class OpenInvoiceSearch
{
    // Null: nothing was searched for.
    private readonly ListSearch<Invoice, int>? _search;

    private OpenInvoiceSearch(IQueryable<Invoice> open, ListSearch<Invoice, int>? search, IQueryable<Invoice>? few)
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

    /// <summary>The open invoices that match; null when they are many, or nothing was searched for.</summary>
    public IQueryable<Invoice>? Few { get; }

    public static async Task<OpenInvoiceSearch> FindAsync(AppDbContext db, Access access, string text, CancellationToken cancel)
    {
        var open = access.InvoicesOfVisible(db).Where(invoice => invoice.OutstandingMinor > 0);
        var search = text.Length == 0 ? null : InvoiceSearch.Of(db, access, text);
        var toFew = search is null ? null : await search.FewAsync(db.Invoices.Where(invoice => invoice.OutstandingMinor > 0), cancel);
        return new OpenInvoiceSearch(open, search, toFew?.Invoke(open));
    }

    /// <summary>The rows that match.</summary>
    public IQueryable<Invoice> On(IQueryable<Invoice> rows) => _search is null ? rows : _search.Matching(rows);
}
