using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>
/// The person behind the circuit. The cookie only says who; what they may do is read from the database
/// at each call, so that a changed right counts from the next command on.
/// </summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    // One row per role, so that both databases answer in one flat query; without a role nothing is allowed.
    private static readonly CompiledQuery<Func<AppDbContext, string, string, IAsyncEnumerable<RoleOfUser>>> RolesOf = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, string userId, string sessionId) =>
            from user in db.Users
            where user.Id == userId && user.IsActive
                && db.UserSessions.Any(session => session.Id == sessionId && session.UserId == userId && session.EndedAt == null)
            join has in db.UserRoles on user.Id equals has.UserId
            join role in db.Roles on has.RoleId equals role.Id
            select new RoleOfUser(user.DisplayName, role.Name!)));

    /// <summary>The person's rights now; null when signed out, ended, inactive, or without the permission.</summary>
    /// <param name="permission">What is about to be done.</param>
    /// <param name="db">Inside a write: the context of the transaction.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Access?> FindAsync(Permission permission, AppDbContext db, CancellationToken cancel)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        if (principal.Identity is SystemIdentity)
        {
            return new Access(SystemUser.Id, SystemUser.DisplayName, Roles.All);
        }

        var userId = principal.FindFirstValue(ClaimTypes.NameIdentifier);
        var sessionId = principal.FindFirstValue(SessionClaims.SessionId);
        if (userId is null || sessionId is null)
        {
            return null;
        }

        var rows = await RolesOf.For(db)(db, userId, sessionId).ToListAsync(cancel);
        List<string> roles = [.. rows.Select(row => row.Role)];
        return Permissions.Allow(permission, roles) ? new Access(userId, rows[0].DisplayName, roles) : null;
    }

    /// <summary>As <see cref="FindAsync"/>, for reads behind pages that only such a person is offered.</summary>
    /// <exception cref="AccessDeniedException">The permission is missing.</exception>
    public async Task<Access> RequireAsync(Permission permission, AppDbContext db, CancellationToken cancel) =>
        await FindAsync(permission, db, cancel) ?? throw new AccessDeniedException(permission);

    private sealed record RoleOfUser(string DisplayName, string Role);
}
