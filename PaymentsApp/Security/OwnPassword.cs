using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Security;

/// <summary>Changing one's own password.</summary>
internal sealed class OwnPassword(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CompanyClock clock, SignInService signIns, UserAccounts accounts)
{
    /// <summary>Sets a new password and ends the person's other sessions; answers with what is wrong, in whole sentences.</summary>
    /// <param name="person">Of the request, whose session was checked with it.</param>
    /// <param name="current">Guesses count as at sign-in.</param>
    /// <param name="password">The new one.</param>
    /// <param name="address">Where the request comes from, for the log.</param>
    /// <param name="cancel">Before anything is written.</param>
    public async Task<IReadOnlyList<string>> ChangeAsync(
        ClaimsPrincipal person, string current, string password, string? address, CancellationToken cancel)
    {
        var userId = person.FindFirstValue(ClaimTypes.NameIdentifier);
        var sessionId = person.FindFirstValue(SessionClaims.SessionId);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == userId && user.PasswordHash != null, cancel) is not { } user)
        {
            return ["This account has no password."];
        }

        if (await accounts.PasswordProblemsAsync(user, password, cancel) is { Count: > 0 } problems)
        {
            return problems;
        }

        if (await signIns.VerifyAsync(user.Id, current, address, cancel) is not { } verified)
        {
            return ["The current password is wrong."];
        }

        var hash = accounts.HashOf(password);
        return await writes.ExecuteAsync<IReadOnlyList<string>>(
            async (write, changes, stop) =>
            {
                var changed = await write.Users.SingleAsync(found => found.Id == user.Id, stop);
                if (changed.PasswordHash != verified.Hash)
                {
                    return ["The password was changed elsewhere meanwhile."];
                }

                changed.PasswordHash = hash;
                changed.AccessFailedCount = 0;
                changed.LockoutEnd = null;
                var others = await write.UserSessions
                    .Where(session => session.UserId == user.Id && session.Id != sessionId && session.EndedAt == null)
                    .ToListAsync(stop);
                others.ForEach(session => session.End(clock.Now));
                await write.AppendAuditAsync(
                    new AuditFact("PasswordChanged", "User", user.Id, JsonSerializer.Serialize(new { sessionsEnded = others.Count })),
                    clock.RecordedBy(user.Id),
                    stop);
                await write.SaveChangesAsync(stop);
                changes.Add(PaymentChange.SessionsEnded(user.Id));
                return [];
            },
            cancel);
    }
}
