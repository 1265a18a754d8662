using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Live;

namespace PaymentsApp.Security;

/// <summary>
/// Sign-ins as the database knows them. The cookie holds no more than a session's id: name, roles and whether the session
/// still lives are read here, so a cookie is dead on the server the moment its session ends.
/// </summary>
internal sealed class Sessions(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CompanyClock clock, SecurityOptions options)
{
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>The person of a living session with the roles they have now; null when it has ended.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(string sessionId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.UserSessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.EndedAt == null, cancel) is not { } session)
        {
            return null;
        }

        if (clock.Now - session.StartedAt >= options.Longest || clock.Now - session.LastSeenAt >= options.Idle)
        {
            await EndAsync(sessionId, cancel);
            return null;
        }

        return await db.Users.SingleOrDefaultAsync(user => user.Id == session.UserId && user.IsActive, cancel) is { } user
            ? Principal(sessionId, user, await UserAccounts.RolesOfAsync(db, user.Id, cancel))
            : null;
    }

    /// <summary>Notes that the person did something; written once a minute at most.</summary>
    public async Task SeenAsync(string sessionId, CancellationToken cancel)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.UserSessions.AnyAsync(session => session.Id == sessionId && session.LastSeenAt > now - SeenPrecision, cancel))
        {
            return;
        }

        await writes.ExecuteAsync(
            async (write, _, stop) =>
            {
                (await write.UserSessions.SingleOrDefaultAsync(session => session.Id == sessionId, stop))?.Seen(now);
                return await write.SaveChangesAsync(stop);
            },
            cancel);
    }

    /// <summary>Ends one session and closes its open screens.</summary>
    public Task EndAsync(string sessionId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, stop) =>
        {
            if (await db.UserSessions.SingleOrDefaultAsync(session => session.Id == sessionId && session.EndedAt == null, stop) is { } session)
            {
                session.End(clock.Now);
                changes.Add(PaymentChange.SessionsEnded(session.UserId));
            }

            return await db.SaveChangesAsync(stop);
        },
        cancel);

    /// <summary>A new session, in the transaction of the sign-in.</summary>
    public UserSession Start(AppDbContext db, string userId)
    {
        var session = new UserSession(RandomNumberGenerator.GetHexString(32, lowercase: true), userId, clock.Now);
        db.UserSessions.Add(session);
        return session;
    }

    /// <summary>What the cookie and the screens know of a person.</summary>
    public static ClaimsPrincipal Principal(string sessionId, AppUser user, IEnumerable<string> roles) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.Id),
                new Claim(ClaimTypes.Name, user.UserName ?? user.Id),
                new Claim(SessionClaims.DisplayName, user.DisplayName),
                new Claim(SessionClaims.SessionId, sessionId),
                .. roles.Order(StringComparer.Ordinal).Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            SessionCookie.Scheme));
}
