namespace PaymentsApp.Domain;

/// <summary>The three roles. A person may have several.</summary>
public static class Roles
{
    /// <summary>All client accounts: registers, applies, reverses, imports.</summary>
    public const string Finance = "Finance";

    /// <summary>Own client accounts only: sees them and registers payments.</summary>
    public const string AdSales = "AdSales";

    /// <summary>People, settings and the audit log; no client accounts.</summary>
    public const string Admin = "Admin";

    public static IReadOnlyList<string> All { get; } = [Finance, AdSales, Admin];
}
