using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>To whom each address is shown. An address that is not in the table fails here.</summary>
public sealed partial class PageRightsTests
{
    private const string Anybody = "anybody";
    private const string SignedIn = "signed in";

    private static readonly Dictionary<string, string> Table = new()
    {
        ["/"] = SignedIn,
        ["/account/first-administrator"] = Anybody,
        ["/account/no-access"] = SignedIn,
        ["/account/password"] = SignedIn,
        ["/account/sign-in"] = Anybody,
        ["/ad-sales/organizations"] = SecurityPolicies.OrganizationsAccess,
        ["/ad-sales/organizations/{Id:int}"] = SecurityPolicies.OrganizationsAccess,
        ["/ad-sales/organizations/{Id:int}/edit"] = SecurityPolicies.Finance,
        ["/ad-sales/organizations/{Id:int}/{Tab}"] = SecurityPolicies.OrganizationsAccess,
        ["/ad-sales/organizations/new"] = SecurityPolicies.Finance,
        ["/admin/audit"] = SecurityPolicies.Admin,
        ["/admin/mail"] = SecurityPolicies.Admin,
        ["/admin/settings"] = SecurityPolicies.Admin,
        ["/admin/users"] = SecurityPolicies.Admin,
        ["/admin/users/{Id}"] = SecurityPolicies.Admin,
        ["/error"] = Anybody,
        ["/finance/collection"] = SecurityPolicies.Finance,
        ["/finance/collection/{Tab}"] = SecurityPolicies.Finance,
        ["/finance/invoices"] = SecurityPolicies.Finance,
        ["/finance/invoices/import"] = SecurityPolicies.Finance,
        ["/finance/invoices/new"] = SecurityPolicies.Finance,
        ["/finance/invoices/new-credit-note"] = SecurityPolicies.Finance,
        ["/finance/invoices/{Id:int}"] = SecurityPolicies.OrganizationsAccess,
        ["/finance/journal"] = SecurityPolicies.Finance,
        ["/not-found"] = SignedIn,
        ["/payments/{Id:guid}"] = SecurityPolicies.OrganizationsAccess,
        ["/refused"] = Anybody,
    };

    /// <summary>Every address that is not open to all who are signed in, and its policy; ids of the demo data.</summary>
    public static IEnumerable<(string Path, string Policy)> Pages =>
        from row in Table
        where row.Value is not (Anybody or SignedIn)
        select (row.Key.Replace("{Id:int}", "1", StringComparison.Ordinal).Replace("{Id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{Id}", DemoPeople.FinanceId, StringComparison.Ordinal).Replace("{Tab}", "payments", StringComparison.Ordinal), row.Value);

    [Fact]
    public void Every_page_is_shown_to_whom_the_table_says()
    {
        var pages =
            from type in typeof(AppServices).Assembly.GetTypes()
            from route in type.GetCustomAttributes<RouteAttribute>()
            select $"{route.Template}: {Shown(type)}";

        Assert.Equal(
            Table.Select(row => $"{row.Key}: {row.Value}").Order(StringComparer.Ordinal),
            pages.Order(StringComparer.Ordinal));
    }

    // Each is called in SignInTests, FirstAdministratorTests and StatementEndpointTests by those who may and those who may not.
    [Fact]
    public void There_is_no_endpoint_but_the_pages_and_these()
    {
        var mapped = SourceFile.Of("PaymentsApp")
            .SelectMany(file => Mappings().Matches(file.Code))
            .Select(match => match.Groups["what"].Value)
            .Order(StringComparer.Ordinal);

        Assert.Equal(["MapGet(Path", "MapPost(DemoSignInPath", "MapPost(SignOutPath", "MapRazorComponents<App>(", "MapSecurity(", "MapStatements(", "MapStaticAssets("], mapped);
    }

    private static string Shown(Type page)
    {
        if (page.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
        {
            return Anybody;
        }

        // Several count together: the one that everything has, and the page's own policy.
        var demands = page.GetCustomAttributes<AuthorizeAttribute>().ToList();
        return demands.Count == 0 ? "not protected"
            : demands.Select(demand => demand.Policy ?? demand.Roles).OfType<string>().SingleOrDefault() ?? SignedIn;
    }

    [GeneratedRegex(@"\bapp\.(?<what>Map\w+(?:<\w+>)?\(\w*)")]
    private static partial Regex Mappings();
}
