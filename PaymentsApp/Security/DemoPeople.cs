using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>
/// The people of the demo data. They have no password: only the sign-in page of a Development program lets them in.
/// </summary>
public static class DemoPeople
{
    public const string FinanceId = "demo-finance";
    public const string SecondFinanceId = "demo-finance-2";
    public const string FirstRepId = "demo-rep-1";
    public const string SecondRepId = "demo-rep-2";
    public const string AdminId = "demo-admin";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new(FinanceId, "Fiona Clark", Roles.Finance, "Finance: all client accounts"),
        new(SecondFinanceId, "Frank Osei", Roles.Finance, "Finance: approves what a colleague asked for"),
        new(FirstRepId, "Ray Ortiz", Roles.AdSales, "Ad sales: own client accounts"),
        new(SecondRepId, "Rita Novak", Roles.AdSales, "Ad sales: own client accounts"),
        new(AdminId, "Ada Stone", Roles.Admin, "Admin: people, settings, audit log"),
    ];

    /// <summary>Adds those who are missing; the caller saves.</summary>
    public static async Task PutInAsync(AppDbContext db, CancellationToken cancel)
    {
        var ids = All.Select(person => person.Id).ToList();
        var known = await db.Users.Where(user => ids.Contains(user.Id)).Select(user => user.Id).ToListAsync(cancel);
        foreach (var person in All.Where(person => !known.Contains(person.Id)))
        {
            db.Users.Add(new AppUser
            {
                Id = person.Id,
                DisplayName = person.Name,
                UserName = person.Email,
                NormalizedUserName = person.Email.ToUpperInvariant(),
                Email = person.Email,
                NormalizedEmail = person.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = person.Id,
            });
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = person.Id, RoleId = person.Role });
        }
    }
}
