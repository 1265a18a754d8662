using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>
/// The only writer of people and their rights. Every change is audited, counts from the person's next command on and is
/// told to their open screens. Answers are null when it is done, else a sentence that says why not.
/// </summary>
internal sealed class UserService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock, UserAccounts accounts)
{
    private const string NoSuchPerson = "There is no such person.";

    /// <summary>Adds a person.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<AddedUser> AddAsync(NewUser person, CancellationToken cancel) => accounts.AddAsync(
        person,
        async (db, stop) => (await currentUser.RequireAsync(Permission.Administer, db, stop)).UserId,
        string.Empty,
        cancel);

    /// <summary>Gives exactly these roles. Nobody changes their own, and one active administrator always stays.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> ChangeRolesAsync(string id, IReadOnlyCollection<string> roles, CancellationToken cancel) => ChangeAsync(
        id,
        async (change, stop) =>
        {
            if (change.IsSelf)
            {
                return "Nobody changes their own roles: ask another administrator.";
            }

            if (roles.Count == 0 || roles.Except(Roles.All).Any())
            {
                return "At least one role is needed.";
            }

            var before = await change.Db.UserRoles.Where(role => role.UserId == id).ToListAsync(stop);
            if (before.Exists(role => role.RoleId == Roles.Admin) && !roles.Contains(Roles.Admin) && await IsLastAdministratorAsync(change, stop))
            {
                return "One active administrator has to stay.";
            }

            change.Db.UserRoles.RemoveRange(before.Where(role => !roles.Contains(role.RoleId)));
            change.Db.UserRoles.AddRange(roles.Distinct().Except(before.Select(role => role.RoleId))
                .Select(role => new IdentityUserRole<string> { UserId = id, RoleId = role }));
            change.Note("RolesChanged", new { before = Named(before.Select(role => role.RoleId)), after = Named(roles) });
            return null;

            static object Named(IEnumerable<string> roles) => new { roles = roles.Distinct().Order(StringComparer.Ordinal) };
        },
        cancel);

    /// <summary>Ends all sessions and lets the person in no more; what they recorded stays.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> DeactivateAsync(string id, CancellationToken cancel) => ChangeAsync(
        id,
        async (change, stop) =>
        {
            if (change.IsSelf)
            {
                return "Nobody deactivates themselves: ask another administrator.";
            }

            if (await IsLastAdministratorAsync(change, stop))
            {
                return "One active administrator has to stay.";
            }

            if (change.User.IsActive)
            {
                change.User.IsActive = false;
                await EndSessionsAsync(change, stop);
                change.Note("Deactivated", new { before = new { active = true }, after = new { active = false } });
            }

            return null;
        },
        cancel);

    /// <summary>Lets a deactivated person in again.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> ActivateAsync(string id, CancellationToken cancel) => ChangeAsync(
        id,
        (change, _) =>
        {
            if (!change.User.IsActive)
            {
                change.User.IsActive = true;
                change.Note("Activated", new { before = new { active = false }, after = new { active = true } });
            }

            return Task.FromResult<string?>(null);
        },
        cancel);

    /// <summary>Sets a password, ends all sessions and lifts a lock. The password is not written anywhere.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<string?> ResetPasswordAsync(string id, string password, CancellationToken cancel)
    {
        if (await PasswordProblemAsync(id, password, cancel) is { } problem)
        {
            return problem;
        }

        var hash = accounts.HashOf(password); // slow on purpose, so not inside the transaction
        return await ChangeAsync(
            id,
            async (change, stop) =>
            {
                change.User.PasswordHash = hash;
                Unlock(change.User);
                await EndSessionsAsync(change, stop);
                change.Note("PasswordReset", new { });
                return null;
            },
            cancel);
    }

    /// <summary>Ends all sessions of the person; they may sign in again.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SignOutEverywhereAsync(string id, CancellationToken cancel) => ChangeAsync(
        id,
        async (change, stop) =>
        {
            change.Note("SignedOutEverywhere", new { sessions = await EndSessionsAsync(change, stop) });
            return null;
        },
        cancel);

    /// <summary>Lifts the lock after too many wrong passwords.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> UnlockAsync(string id, CancellationToken cancel) => ChangeAsync(
        id,
        (change, _) =>
        {
            Unlock(change.User);
            change.Note("Unlocked", new { });
            return Task.FromResult<string?>(null);
        },
        cancel);

    private Task<string?> ChangeAsync(string id, Func<UserChange, CancellationToken, Task<string?>> body, CancellationToken cancel) =>
        writes.ExecuteAsync(
            async (db, changes, stop) =>
            {
                // All who administrate meet here first, so that two of them cannot remove each other at the same time.
                await db.LockLedgerHeadAsync(stop);
                var access = await currentUser.RequireAsync(Permission.Administer, db, stop);
                if (await db.Users.SingleOrDefaultAsync(user => user.Id == id && user.Id != SystemUser.Id, stop) is not { } user)
                {
                    return NoSuchPerson;
                }

                var change = new UserChange(db, user, access);
                if (await body(change, stop) is { } refusal)
                {
                    return refusal;
                }

                foreach (var (action, values) in change.Notes)
                {
                    await db.AppendAuditAsync(
                        new AuditFact(action, "User", id, JsonSerializer.Serialize(values)), clock.RecordedBy(access.UserId), stop);
                }

                await db.SaveChangesAsync(stop);
                changes.Add(PaymentChange.SessionsEnded(id));
                return null;
            },
            cancel);

    private async Task<string?> PasswordProblemAsync(string id, string password, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id && user.Id != SystemUser.Id, cancel) is not { } user)
        {
            return NoSuchPerson;
        }

        var problems = await accounts.PasswordProblemsAsync(user, password, cancel);
        return problems.Count == 0 ? null : string.Join(' ', problems);
    }

    private static void Unlock(AppUser user)
    {
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
    }

    private async Task<int> EndSessionsAsync(UserChange change, CancellationToken cancel)
    {
        var open = await change.Db.UserSessions
            .Where(session => session.UserId == change.User.Id && session.EndedAt == null)
            .ToListAsync(cancel);
        open.ForEach(session => session.End(clock.Now));
        return open.Count;
    }

    private static async Task<bool> IsLastAdministratorAsync(UserChange change, CancellationToken cancel)
    {
        var administrators = await change.Db.Users
            .Where(user => user.IsActive && user.Id != SystemUser.Id
                && change.Db.UserRoles.Any(role => role.UserId == user.Id && role.RoleId == Roles.Admin))
            .Select(user => user.Id)
            .Take(2)
            .ToListAsync(cancel);
        return administrators is [var only] && only == change.User.Id;
    }

    private sealed record UserChange(AppDbContext Db, AppUser User, Access Access)
    {
        public List<(string Action, object Values)> Notes { get; } = [];

        public bool IsSelf => User.Id == Access.UserId;

        public void Note(string action, object values) => Notes.Add((action, values));
    }
}
