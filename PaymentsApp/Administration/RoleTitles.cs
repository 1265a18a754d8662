using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>The roles in words.</summary>
internal static class RoleTitles
{
    public static string Of(string role) => role switch
    {
        Roles.AdSales => "Ad sales",
        Roles.Admin => "Administrator",
        _ => role,
    };

    public static string What(string role) => role switch
    {
        Roles.Finance => "All client accounts: registers, applies, reverses, imports",
        Roles.AdSales => "Own client accounts: sees them and registers payments",
        Roles.Admin => "People, settings and the audit log; no client accounts",
        _ => string.Empty,
    };

    public static string Text(IReadOnlyCollection<string> roles) =>
        string.Join(", ", Roles.All.Where(roles.Contains).Select(Of));
}
