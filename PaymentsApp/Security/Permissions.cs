using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>Which roles have which permission: the rights table.</summary>
public static class Permissions
{
    /// <summary>Whether a person with these roles has the permission.</summary>
    public static bool Allow(Permission permission, IReadOnlyCollection<string> roles) => permission switch
    {
        Permission.ViewAccounts or Permission.RegisterPayments or Permission.DiscussDisputes or Permission.FollowUp => roles.Contains(Roles.Finance) || roles.Contains(Roles.AdSales),
        Permission.ApplyPayments or Permission.ExportJournal or Permission.AddInvoices or Permission.EditOrganizations or Permission.AdjustInvoices or Permission.RunChecks or Permission.MakeDeposits or Permission.HoldCredit =>
            roles.Contains(Roles.Finance),
        Permission.MatchBankLines or Permission.SendMail => roles.Contains(Roles.Finance),
        Permission.Administer => roles.Contains(Roles.Admin),
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not in the rights table."),
    };
}
