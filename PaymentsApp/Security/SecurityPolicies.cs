using Microsoft.AspNetCore.Authorization;
using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>
/// Which screens are shown to whom. That is a courtesy: what a person may do is decided by
/// <see cref="CurrentUser"/> in every service.
/// </summary>
public static class SecurityPolicies
{
    /// <summary>Screens over all client accounts.</summary>
    public const string Finance = "Finance";

    /// <summary>People, settings, audit log.</summary>
    public const string Admin = "Admin";

    /// <summary>Organizations and what belongs to them: Finance sees all, Ad sales its own.</summary>
    public const string OrganizationsAccess = "OrganizationsAccess";

    /// <summary>Every address asks for a sign-in unless it says otherwise.</summary>
    internal static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(Finance, policy => policy.RequireRole(Roles.Finance));
        options.AddPolicy(Admin, policy => policy.RequireRole(Roles.Admin));
        options.AddPolicy(OrganizationsAccess, policy => policy.RequireRole(Roles.Finance, Roles.AdSales));
    }
}
