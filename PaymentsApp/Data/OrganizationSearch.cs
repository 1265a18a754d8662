using PaymentsApp.Domain;

#pragma warning disable CA1304, CA1311, CA1862 // becomes upper() in SQL
namespace PaymentsApp.Data;

/// <summary>Finds organizations by what people type: a part of the name, or the beginning of the customer number.</summary>
internal static class OrganizationSearch
{
    public static IQueryable<Organization> Matching(this IQueryable<Organization> organizations, string text)
    {
        var name = SearchText.Normalize(text);
        var number = text.Trim().ToUpperInvariant();
        return organizations.Where(organization =>
            organization.SearchName.Contains(name) || organization.CustomerNumber.ToUpper().StartsWith(number));
    }
}
