using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;

namespace PaymentsApp.Security;

/// <summary>Signing in with one click, for trying the program out: in Development, over demo data, and nowhere else.</summary>
internal sealed class DemoSignIn(IHostEnvironment environment, IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>Whom the sign-in page offers; empty when this is not a demo.</summary>
    public async Task<IReadOnlyList<DemoPerson>> PeopleAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment())
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = DemoPeople.All.Select(person => person.Id).ToList();
        var there = await db.Users.Where(user => ids.Contains(user.Id) && user.IsActive).Select(user => user.Id).ToListAsync(cancel);
        return [.. DemoPeople.All.Where(person => there.Contains(person.Id))];
    }

    /// <summary>The person to sign in; null for anybody else, and outside a demo.</summary>
    public async Task<DemoPerson?> FindAsync(string? id, CancellationToken cancel) =>
        (await PeopleAsync(cancel)).SingleOrDefault(person => person.Id == id);
}
