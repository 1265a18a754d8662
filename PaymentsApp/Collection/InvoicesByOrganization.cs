using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Collection;

/// <summary>
/// A page of open invoices by the organization's name, and within each by due date. Asked for in one go, SQLite sorts
/// all open invoices; so it walks along the organizations and takes the invoices of some at a time.
/// </summary>
/// <param name="rows">The open invoices that the list is made of.</param>
/// <param name="areFew">They can be sorted on the spot.</param>
/// <param name="idsMax">How many ids a page needs: one more than it shows.</param>
internal sealed class InvoicesByOrganization(AppDbContext db, Access access, IQueryable<Invoice> rows, bool areFew, int idsMax)
{
    private const int OrganizationsAtOnce = 60;
    private const int InvoicesAtOnce = 1_000;

    /// <returns>Up to one id more than a page has.</returns>
    public async Task<List<int>> PageAsync(OpenInvoiceList list, CancellationToken cancel)
    {
        var isDescending = list.IsDescending != list.Key is { IsBackwards: true };
        var from = list.Key?.IdAsNumber() is { } id ? await PlaceOfAsync(id, cancel) : null;
        return areFew
            ? await SortedAsync(from, isDescending, cancel)
            : await WalkedAsync(from, isDescending, list.Currency, cancel);
    }

    private async Task<Place?> PlaceOfAsync(int invoiceId, CancellationToken cancel) => await access.VisibleInvoices(db)
        .Where(i => i.Id == invoiceId)
        .Join(db.Organizations, i => i.OrganizationId, o => o.Id, (i, o) => new Place(o.SearchName, o.Id, i.DueOn, i.Id))
        .SingleOrDefaultAsync(cancel);

    private async Task<List<int>> SortedAsync(Place? from, bool isDescending, CancellationToken cancel)
    {
        var places = await rows
            .Join(db.Organizations, i => i.OrganizationId, o => o.Id, (i, o) => new Place(o.SearchName, o.Id, i.DueOn, i.Id))
            .ToListAsync(cancel);
        places.Sort((left, right) => isDescending ? right.CompareTo(left) : left.CompareTo(right));
        return
        [
            .. places
                .Where(place => from is null || (isDescending ? place.CompareTo(from) < 0 : place.CompareTo(from) > 0))
                .Take(idsMax)
                .Select(place => place.InvoiceId),
        ];
    }

    private async Task<List<int>> WalkedAsync(Place? from, bool isDescending, string? currency, CancellationToken cancel)
    {
        List<int> ids = [];
        (string Name, int Id)? beyond = null;
        if (from is not null)
        {
            beyond = (from.Name, from.OrganizationId);
            ids.AddRange(await OfOneAsync(from.OrganizationId, isDescending, (from.DueOn, from.InvoiceId), idsMax, cancel));
        }

        while (ids.Count < idsMax)
        {
            var organizations = await access.VisibleOrganizations(db)
                .Where(o => db.OrganizationBalances.Any(b => b.OrganizationId == o.Id && b.OpenCount > 0 && (currency == null || b.Currency == currency)))
                .InOrder(o => o.SearchName, o => o.Id, isDescending, beyond)
                .Take(OrganizationsAtOnce)
                .Select(o => new { o.Id, o.SearchName, Open = db.OrganizationBalances.Where(b => b.OrganizationId == o.Id).Sum(b => b.OpenCount) })
                .ToListAsync(cancel);
            if (organizations.Count == 0)
            {
                break;
            }

            var open = 0;
            var some = organizations.TakeWhile(o => (open += o.Open) <= InvoicesAtOnce).ToList();
            if (some.Count == 0)
            {
                some = organizations[..1];
                ids.AddRange(await OfOneAsync(some[0].Id, isDescending, null, idsMax - ids.Count, cancel));
            }
            else
            {
                ids.AddRange(await OfSeveralAsync([.. some.Select(o => o.Id)], isDescending, cancel));
            }

            beyond = (some[^1].SearchName, some[^1].Id);
        }

        return [.. ids.Take(idsMax)];
    }

    private Task<List<int>> OfOneAsync(
        int organizationId, bool isDescending, (DateOnly, int)? beyond, int count, CancellationToken cancel) =>
        rows.Where(i => i.OrganizationId == organizationId)
            .InOrder(i => i.DueOn, i => i.Id, isDescending, beyond)
            .Select(i => i.Id).Take(count).ToListAsync(cancel);

    private async Task<IEnumerable<int>> OfSeveralAsync(int[] organizationIds, bool isDescending, CancellationToken cancel)
    {
        var invoices = (await rows.Where(i => EF.Parameter(organizationIds).Contains(i.OrganizationId))
                .Select(i => new { i.Id, i.OrganizationId, i.DueOn }).ToListAsync(cancel))
            .ToLookup(i => i.OrganizationId);
        return organizationIds.SelectMany(id => isDescending
            ? invoices[id].OrderByDescending(i => i.DueOn).ThenByDescending(i => i.Id).Select(i => i.Id)
            : invoices[id].OrderBy(i => i.DueOn).ThenBy(i => i.Id).Select(i => i.Id));
    }

    /// <summary>Where an invoice stands in the list.</summary>
    private sealed record Place(string Name, int OrganizationId, DateOnly DueOn, int InvoiceId) : IComparable<Place>
    {
        // By code unit, as both databases compare.
        public int CompareTo(Place? other) => other is null ? 1
            : string.CompareOrdinal(Name, other.Name) is not 0 and var byName ? byName
            : OrganizationId.CompareTo(other.OrganizationId) is not 0 and var byOrganization ? byOrganization
            : DueOn.CompareTo(other.DueOn) is not 0 and var byDue ? byDue
            : InvoiceId.CompareTo(other.InvoiceId);
    }
}
