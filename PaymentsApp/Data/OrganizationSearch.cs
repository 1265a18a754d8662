using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>Finds organizations by what people type: a part of the name, or the beginning of the customer number.</summary>
internal static class OrganizationSearch
{
    /// <summary>
    /// Reads all names, but nothing else: they stand in an index. Customer numbers are a range of their own index, as typed,
    /// in capitals and in small letters.
    /// </summary>
    public static IQueryable<Organization> Matching(this IQueryable<Organization> organizations, string text)
    {
        var name = SearchText.Normalize(text);
        var (typed, typedEnd) = Range(text.Trim());
        var (upper, upperEnd) = Range(text.Trim().ToUpperInvariant());
        var (lower, lowerEnd) = Range(text.Trim().ToLowerInvariant());
        var byNumber = organizations
            .Where(organization =>
                (organization.CustomerNumber.CompareTo(typed) >= 0 && organization.CustomerNumber.CompareTo(typedEnd) < 0)
                || (organization.CustomerNumber.CompareTo(upper) >= 0 && organization.CustomerNumber.CompareTo(upperEnd) < 0)
                || (organization.CustomerNumber.CompareTo(lower) >= 0 && organization.CustomerNumber.CompareTo(lowerEnd) < 0))
            .Select(organization => organization.Id);
        return organizations.Where(organization => organization.SearchName.Contains(name) || byNumber.Contains(organization.Id));
    }

    private static (string From, string End) Range(string prefix) => (prefix, SearchText.PrefixEnd(prefix));
}
