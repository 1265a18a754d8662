using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

#pragma warning disable CA1309 // string.Compare becomes a comparison in SQL, where both databases compare by code unit
namespace PaymentsApp.Data;

/// <summary>Finds organizations by what people type: a part of the name, or the beginning of the customer number.</summary>
internal static class OrganizationSearch
{
    /// <summary>
    /// So many are listed by their ids. What more of them match is met often enough on a walk along any order of the list.
    /// </summary>
    public const int ListedMax = 500;

    /// <summary>
    /// The condition itself, for rows that are met on a walk. Looked for with it, all names are read. Customer numbers are a
    /// range of their own index, as typed, in capitals and in small letters.
    /// </summary>
    public static IQueryable<Organization> Matching(this IQueryable<Organization> organizations, string text)
    {
        var name = SearchText.Normalize(text);
        var byNumber = organizations.Numbered(text).Select(organization => organization.Id);
        return organizations.Where(organization => organization.SearchName.Contains(name) || byNumber.Contains(organization.Id));
    }

    /// <summary>The ids of those that match; null when they are more than <see cref="ListedMax"/>.</summary>
    /// <param name="organizations">Those that the person may see.</param>
    /// <param name="parts">The parts of all names, for people who see all; null where the own names are few enough to be read.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<List<int>?> FewMatchingAsync(
        this IQueryable<Organization> organizations, IQueryable<OrganizationNamePart>? parts, string text, CancellationToken cancel)
    {
        if (parts is null)
        {
            var own = await organizations.Matching(text).Select(organization => organization.Id).Take(ListedMax + 1).ToListAsync(cancel);
            return own.Count > ListedMax ? null : own;
        }

        if (await organizations.FewNamedAsync(parts, SearchText.Normalize(text), cancel) is not { } named)
        {
            return null;
        }

        var numbered = await organizations.Numbered(text).Select(organization => organization.Id).Take(ListedMax + 1).ToListAsync(cancel);
        List<int> all = [.. named.Union(numbered)];
        return all.Count > ListedMax ? null : all;
    }

    /// <summary>The same by the name alone.</summary>
    /// <param name="name">Folded by <see cref="SearchText.Normalize"/>.</param>
    public static async Task<List<int>?> FewNamedAsync(
        this IQueryable<Organization> organizations, IQueryable<OrganizationNamePart>? parts, string name, CancellationToken cancel)
    {
        var ids = parts is null
            ? organizations.Where(organization => organization.SearchName.Contains(name)).Select(organization => organization.Id)
            : Named(organizations, parts, name);
        var few = await ids.Take(ListedMax + 1).ToListAsync(cancel);
        return few.Count > ListedMax ? null : few;
    }

    /// <summary>
    /// As <see cref="Matching"/>, in the way that is quick for this text: the few that match by their ids, of many the condition.
    /// </summary>
    public static async Task<IQueryable<Organization>> MatchingAsync(
        this IQueryable<Organization> organizations, IQueryable<OrganizationNamePart>? parts, string text, CancellationToken cancel) =>
        await organizations.FewMatchingAsync(parts, text, cancel) is { } few
            ? organizations.Where(organization => EF.Parameter(few).Contains(organization.Id))
            : organizations.Matching(text);

    // Parts are cut, so a longer text needs the whole name; names that share so much are few.
    private static IQueryable<int> Named(IQueryable<Organization> organizations, IQueryable<OrganizationNamePart> parts, string name)
    {
        var (from, end) = Range(name.Length > OrganizationNamePart.LengthMax ? Cut(name) : name);
        var ids = parts.Where(part => string.Compare(part.Part, from) >= 0 && string.Compare(part.Part, end) < 0)
            .Select(part => part.OrganizationId).Distinct();
        return name.Length > OrganizationNamePart.LengthMax
            ? organizations.Where(organization => ids.Contains(organization.Id) && organization.SearchName.Contains(name)).Select(organization => organization.Id)
            : ids;
    }

    // A letter outside the basic plane is two characters here and one in the database.
    private static string Cut(string name) =>
        name[..(char.IsHighSurrogate(name[OrganizationNamePart.LengthMax - 1]) ? OrganizationNamePart.LengthMax - 1 : OrganizationNamePart.LengthMax)];

    private static IQueryable<Organization> Numbered(this IQueryable<Organization> organizations, string text)
    {
        var (typed, typedEnd) = Range(text.Trim());
        var (upper, upperEnd) = Range(text.Trim().ToUpperInvariant());
        var (lower, lowerEnd) = Range(text.Trim().ToLowerInvariant());
        return organizations.Where(organization =>
            (organization.CustomerNumber.CompareTo(typed) >= 0 && organization.CustomerNumber.CompareTo(typedEnd) < 0)
            || (organization.CustomerNumber.CompareTo(upper) >= 0 && organization.CustomerNumber.CompareTo(upperEnd) < 0)
            || (organization.CustomerNumber.CompareTo(lower) >= 0 && organization.CustomerNumber.CompareTo(lowerEnd) < 0));
    }

    private static (string From, string End) Range(string prefix) => (prefix, SearchText.PrefixEnd(prefix));
}
