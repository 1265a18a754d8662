using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Notes;

/// <summary>Notes, calls and plans of the accounts that the person may see.</summary>
public sealed class FollowUpQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The most entries shown.</summary>
    public const int LinesMax = 100;

    /// <summary>Null when there is no such organization, or none that this person may see.</summary>
    public async Task<FollowUpView?> OfOrganizationAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var organization = await access.VisibleOrganizations(db).Where(found => found.Id == organizationId)
            .Select(found => new { found.Name, Contacts = found.Contacts.OrderBy(contact => contact.Id).Select(contact => contact.Name).ToList() })
            .SingleOrDefaultAsync(cancel);
        if (organization is null)
        {
            return null;
        }

        var action = await db.NextActions.Where(found => found.OrganizationId == organizationId)
            .Select(found => new { found.DueOn, found.Version, For = db.Users.Where(user => user.Id == found.ForUserId).Select(user => user.DisplayName).FirstOrDefault() })
            .SingleOrDefaultAsync(cancel);
        var lines = await (
            from entry in db.FollowUpEntries
            where entry.OrganizationId == organizationId
            join user in db.Users on entry.WrittenById equals user.Id
            orderby entry.WrittenAt descending, entry.Id descending
            select new FollowUpLine(entry.Id, entry.Kind, entry.Text, entry.SpokeWith, entry.NextOn, user.DisplayName, entry.WrittenAt))
            .Take(LinesMax).ToListAsync(cancel);
        return new FollowUpView(
            organization.Name, action?.DueOn, action?.For, action?.Version ?? 0, action?.DueOn <= clock.Today,
            [.. lines.Select(line => line with { At = clock.LocalOf(line.At) })], organization.Contacts);
    }
}
