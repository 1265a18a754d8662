using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

#pragma warning disable CA1309 // string.Compare becomes a comparison in SQL, where both databases compare by code unit
namespace PaymentsApp.Data;

/// <summary>
/// What a search text means for a list of invoices or payments: those whose number or reference begins with it, and those of
/// organizations that match. When these are few, they are looked up and sorted; when they are many, a page of them is soon
/// met on the walk along the sort index.
/// </summary>
/// <param name="organizations">The organizations whose names are searched, those that the person may see.</param>
/// <param name="searchable">What of a row is searched.</param>
/// <param name="text">What was typed.</param>
internal sealed class ListSearch<TRow, TId>(
    IQueryable<Organization> organizations, Expression<Func<TRow, Searchable<TRow, TId>>> searchable, string text)
{
    private const int OrganizationsMax = 500;

    private readonly string _key = SearchText.Key(text);
    private readonly string _keyEnd = SearchText.PrefixEnd(SearchText.Key(text));

    // Null: not looked up yet, or too many to list.
    private List<int>? _organizationIds;

    /// <summary>
    /// The ids of rows that match, in the whole list: to be met with what the person may see. Not narrowed to that, because
    /// among a million foreign numbers with a common beginning the own ones are long in coming. Null when they are many.
    /// </summary>
    public async Task<List<TId>?> FewAsync(IQueryable<TRow> everybodys, CancellationToken cancel)
    {
        var rows = everybodys.Select(searchable);
        var found = await organizations.Matching(text).Select(organization => organization.Id).Take(OrganizationsMax + 1).ToListAsync(cancel);
        if (found.Count > OrganizationsMax)
        {
            return null;
        }

        _organizationIds = found;
        var byKey = rows.Where(row => string.Compare(row.Key, _key) >= 0 && string.Compare(row.Key, _keyEnd) < 0);
        var byOrganization = rows.Where(row => EF.Parameter(found).Contains(row.OrganizationId));
        return await IdsAsync(byKey, cancel) is not { } ofKey ? null
            : found.Count == 0 ? ofKey
            : await IdsAsync(byOrganization, cancel) is { } ofOrganization ? [.. ofKey.Union(ofOrganization)]
            : null;
    }

    /// <summary>The rows that match, as a condition that no index serves: the many it leaves would have to be sorted.</summary>
    public IQueryable<TRow> Matching(IQueryable<TRow> rows)
    {
        var (nothing, none) = (string.Empty, 0);
        var candidates = rows.Select(searchable);
        if (_organizationIds is not { } ids)
        {
            var matching = organizations.Matching(text);
            candidates = candidates.Where(row => row.IsMeant
                || (string.Compare(row.Key + nothing, _key) >= 0 && string.Compare(row.Key + nothing, _keyEnd) < 0)
                || matching.Any(organization => organization.Id == row.OrganizationId));
        }
        else if (ids.Count == 0)
        {
            candidates = candidates.Where(row => row.IsMeant
                || (string.Compare(row.Key + nothing, _key) >= 0 && string.Compare(row.Key + nothing, _keyEnd) < 0));
        }
        else
        {
            candidates = candidates.Where(row => row.IsMeant
                || (string.Compare(row.Key + nothing, _key) >= 0 && string.Compare(row.Key + nothing, _keyEnd) < 0)
                || EF.Parameter(ids).Contains(row.OrganizationId + none));
        }

        return candidates.Select(row => row.Row);
    }

    // Counted first: of the many only that they are many is wanted.
    private static async Task<List<TId>?> IdsAsync(IQueryable<Searchable<TRow, TId>> rows, CancellationToken cancel) =>
        await rows.AreFewAsync(cancel) ? await rows.Select(row => row.Id).Take(Keyset.FewBesideIndexMax).ToListAsync(cancel) : null;
}
