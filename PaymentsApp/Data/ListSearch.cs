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
/// <param name="parts">The parts of all names; null for people who see only some.</param>
/// <param name="searchable">What of a row is searched.</param>
/// <param name="text">What was typed.</param>
/// <param name="isKeySorted">
/// The index over the keys holds what the list is sorted by: found by the key, rows are sorted before they are read.
/// </param>
internal sealed class ListSearch<TRow, TId>(
    IQueryable<Organization> organizations,
    IQueryable<OrganizationNamePart>? parts,
    Expression<Func<TRow, Searchable<TRow, TId>>> searchable,
    string text,
    bool isKeySorted)
{
    private readonly string _key = SearchText.Key(text);
    private readonly string _keyEnd = SearchText.PrefixEnd(SearchText.Key(text));

    // Null: not looked up yet, or too many to list.
    private List<int>? _organizationIds;

    /// <summary>
    /// How to narrow a list to the rows that match, of the whole list: to be met with what the person may see. Not narrowed to that
    /// here, because among a million foreign numbers with a common beginning the own ones are long in coming. Null when they are many.
    /// </summary>
    public async Task<Func<IQueryable<TRow>, IQueryable<TRow>>?> FewAsync(IQueryable<TRow> everybodys, CancellationToken cancel)
    {
        if (await organizations.FewMatchingAsync(parts, text, cancel) is not { } found)
        {
            return null;
        }

        _organizationIds = found;
        var rows = everybodys.Select(searchable);
        if (!await ByKey(rows).AreFewAsync(cancel))
        {
            return null;
        }

        var ids = ByKey(rows).Select(row => row.Id);
        if (found.Count > 0)
        {
            var byOrganization = rows.Where(row => EF.Parameter(found).Contains(row.OrganizationId));
            if (!await byOrganization.AreFewAsync(cancel))
            {
                return null;
            }

            ids = ids.Concat(byOrganization.Select(row => row.Id));
        }
        else if (isKeySorted)
        {
            return all => ByKey(all.Select(searchable)).Select(row => row.Row);
        }

        return all => all.Select(searchable).Where(row => ids.Contains(row.Id)).Select(row => row.Row);
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

    private IQueryable<Searchable<TRow, TId>> ByKey(IQueryable<Searchable<TRow, TId>> rows) =>
        rows.Where(row => row.IsMeant || (string.Compare(row.Key, _key) >= 0 && string.Compare(row.Key, _keyEnd) < 0));
}
