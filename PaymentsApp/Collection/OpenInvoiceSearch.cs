using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

#pragma warning disable CA1309 // string.Compare becomes a comparison in SQL, where both databases compare by code unit
namespace PaymentsApp.Collection;

/// <summary>What a search text means for the open invoices: a few ids, or a condition that many invoices meet.</summary>
internal sealed class OpenInvoiceSearch
{
    private const int OrganizationsMax = 500;

    private readonly AppDbContext _db;
    private readonly string _text;
    // Null: too many to list.
    private List<int>? _organizations = [];

    private OpenInvoiceSearch(AppDbContext db, IQueryable<Invoice> open, string text)
    {
        _db = db;
        _text = text;
        Open = open;
    }

    /// <summary>All open invoices that the person may see.</summary>
    public IQueryable<Invoice> Open { get; }

    /// <summary>The invoices that match; null when there are too many to list, or nothing was searched for.</summary>
    public List<int>? Few { get; private set; }

    public static async Task<OpenInvoiceSearch> FindAsync(AppDbContext db, Access access, string text, CancellationToken cancel)
    {
        var open = access.InvoicesOfVisible(db).Where(invoice => invoice.OutstandingMinor > 0);
        var search = new OpenInvoiceSearch(db, open, text);
        if (!access.SeesAllOrganizations)
        {
            // What one rep has open is searched and sorted whole. Looked for among everybody's invoices, it took as long as those are many.
            var organizations = await access.VisibleOrganizations(db).Matching(text)
                .Select(organization => organization.Id).Take(OrganizationsMax + 1).ToListAsync(cancel);
            search._organizations = organizations.Count > OrganizationsMax ? null : organizations;
        }
        else if (text.Length > 0)
        {
            search.Few = await search.FewAsync(access, cancel);
        }

        return search;
    }

    /// <summary>
    /// The rows that match, as a condition which no index serves: the many it leaves would have to be sorted, on the
    /// way along the sort index a page of them is soon met.
    /// </summary>
    public IQueryable<Invoice> On(IQueryable<Invoice> rows)
    {
        if (_text.Length == 0)
        {
            return rows;
        }

        var (key, end) = NumberRange();
        var nothing = string.Empty;
        var (organizations, none) = (_organizations, 0);
        if (organizations is null)
        {
            var matching = _db.Organizations.Matching(_text);
            return rows.Where(invoice =>
                (string.Compare(invoice.NumberKey + nothing, key) >= 0 && string.Compare(invoice.NumberKey + nothing, end) < 0)
                || matching.Any(organization => organization.Id == invoice.OrganizationId));
        }

        return organizations.Count == 0
            ? rows.Where(invoice => string.Compare(invoice.NumberKey + nothing, key) >= 0 && string.Compare(invoice.NumberKey + nothing, end) < 0)
            : rows.Where(invoice =>
                (string.Compare(invoice.NumberKey + nothing, key) >= 0 && string.Compare(invoice.NumberKey + nothing, end) < 0)
                || EF.Parameter(organizations).Contains(invoice.OrganizationId + none));
    }

    private async Task<List<int>?> FewAsync(Access access, CancellationToken cancel)
    {
        var (key, end) = NumberRange();
        var byNumber = await Open
            .Where(invoice => string.Compare(invoice.NumberKey, key) >= 0 && string.Compare(invoice.NumberKey, end) < 0)
            .Select(invoice => invoice.Id)
            .FewAsync(cancel);
        var organizations = await access.VisibleOrganizations(_db).Matching(_text)
            .Select(organization => organization.Id).Take(OrganizationsMax + 1).ToListAsync(cancel);
        _organizations = organizations.Count > OrganizationsMax ? null : organizations;
        if (byNumber is null || _organizations is null)
        {
            return null;
        }

        var byOrganization = organizations.Count == 0
            ? []
            : await Open.Where(invoice => EF.Parameter(organizations).Contains(invoice.OrganizationId)).Select(invoice => invoice.Id).FewAsync(cancel);
        return byOrganization is null ? null : [.. byNumber.Union(byOrganization)];
    }

    private (string Key, string End) NumberRange()
    {
        var key = SearchText.Key(_text);
        return (key, SearchText.PrefixEnd(key));
    }
}
