using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>What the pages about people read.</summary>
public sealed class UserQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, TimeProvider time)
{
    public const string ActiveFilter = "active";
    public const string InactiveFilter = "inactive";

    /// <summary>People by name, one page.</summary>
    /// <param name="search">Part of a name or e-mail address; empty for all.</param>
    /// <param name="filter"><see cref="ActiveFilter"/>, <see cref="InactiveFilter"/>, or anything else for all.</param>
    /// <param name="key">Where the page begins.</param>
    /// <param name="cancel">The screen is gone.</param>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<Page<UserRow>> ListAsync(string search, string filter, PageKey? key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);

        var users = await db.Users.Where(user => user.Id != SystemUser.Id).ToListAsync(cancel);
        var found = users
            .Where(user => filter switch { ActiveFilter => user.IsActive, InactiveFilter => !user.IsActive, _ => true })
            .Where(user => Has(user.DisplayName, search) || Has(user.Email, search))
            .OrderBy(user => user.DisplayName, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(user => user.Id, StringComparer.Ordinal)
            .ToList();
        var page = Fetched(found, key);
        var rows = await RowsAsync(db, page, cancel);
        return Paging.PageOf(rows, key, row => (row.Name, row.Id), BoundedCount.Of(found.Count));
    }

    /// <summary>One person; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<UserDetails?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.Administer, db, cancel);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id && user.Id != SystemUser.Id, cancel) is not { } user)
        {
            return null;
        }

        var sessions = await db.UserSessions.Where(session => session.UserId == id)
            .GroupBy(session => session.UserId)
            .Select(group => new { Open = group.Count(session => session.EndedAt == null), Last = group.Max(session => session.LastSeenAt) })
            .SingleOrDefaultAsync(cancel);
        return new UserDetails(
            user.Id,
            user.DisplayName,
            user.Email ?? string.Empty,
            await db.UserRoles.Where(role => role.UserId == id).Select(role => role.RoleId).ToListAsync(cancel),
            user.IsActive,
            user.LockoutEnd > time.GetUtcNow(),
            user.PasswordHash is not null,
            sessions?.Open ?? 0,
            sessions?.Last,
            access.UserId == id);
    }

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.CurrentCultureIgnoreCase) is true;

    // The people of one company fit into memory, where their names sort as the reader expects.
    private static List<AppUser> Fetched(List<AppUser> users, PageKey? key)
    {
        var at = users.FindIndex(user => user.Id == key?.Id);
        return at < 0 || key is null ? [.. users.Take(Paging.Size + 1)]
            : key.IsBackwards ? [.. users.Take(at).Reverse().Take(Paging.Size + 1)]
            : [.. users.Skip(at + 1).Take(Paging.Size + 1)];
    }

    private async Task<List<UserRow>> RowsAsync(AppDbContext db, List<AppUser> users, CancellationToken cancel)
    {
        var ids = users.ConvertAll(user => user.Id);
        var roles = await db.UserRoles.Where(role => ids.Contains(role.UserId)).ToListAsync(cancel);
        var seen = await db.UserSessions.Where(session => ids.Contains(session.UserId))
            .GroupBy(session => session.UserId)
            .Select(group => new { group.Key, At = group.Max(session => session.LastSeenAt) })
            .ToDictionaryAsync(last => last.Key, last => last.At, cancel);
        var now = time.GetUtcNow();
        return users.ConvertAll(user => new UserRow(
            user.Id,
            user.DisplayName,
            user.Email ?? string.Empty,
            RoleTitles.Text([.. roles.Where(role => role.UserId == user.Id).Select(role => role.RoleId)]),
            user.IsActive,
            user.LockoutEnd > now,
            seen.TryGetValue(user.Id, out var at) ? at : null));
    }
}
