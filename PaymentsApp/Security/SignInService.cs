using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>
/// Checks passwords and starts sessions. A guess is counted before it is checked, so that many at the same time are not more
/// than ten. Whatever is wrong, the answer and its time are the same: nobody learns which addresses have an account.
/// </summary>
internal sealed partial class SignInService(
    IDbContextFactory<AppDbContext> contexts,
    Writes writes,
    CompanyClock clock,
    TimeProvider time,
    Sessions sessions,
    IPasswordHasher<AppUser> hasher,
    ILookupNormalizer normalizer,
    ILogger<SignInService> log)
{
    public const int FailuresMax = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>No refusal comes sooner, so its time says nothing about what was looked up.</summary>
    private static readonly TimeSpan RefusedAfter = TimeSpan.FromMilliseconds(500);

    private static readonly AppUser Unknown = new();

    // A hash as it is made today, of a password that nobody has: checking it takes the same time.
    private readonly Lazy<string> _unknownHash = new(() => hasher.HashPassword(Unknown, Guid.CreateVersion7().ToString()));

    /// <summary>The person, with a new session; null when e-mail or password is wrong, the account is locked or not active.</summary>
    public async Task<ClaimsPrincipal?> SignInAsync(string email, string password, string? address, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        if (password.Length <= PasswordRules.LengthMax && await CheckAsync(email.Trim(), password, address, cancel) is { } person)
        {
            return person;
        }

        var rest = RefusedAfter - time.GetElapsedTime(started);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, cancel);
        }

        return null;
    }

    /// <summary>A new session without a password: for the demo people, and after the first administrator was made.</summary>
    public Task<ClaimsPrincipal> StartAsync(string userId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, stop) => await StartAsync(db, await db.Users.SingleAsync(user => user.Id == userId && user.IsActive, stop), stop),
        cancel);

    /// <summary>Checks one guess at a password; null when it is wrong, there is no such person or the account is locked.</summary>
    /// <param name="userId">Null takes as long as a wrong guess.</param>
    internal async Task<VerifiedPassword?> VerifyAsync(string? userId, string password, string? address, CancellationToken cancel)
    {
        var hash = userId is null ? null : await CountAttemptAsync(userId, cancel);

        // Outside any transaction: it is slow on purpose.
        var result = hasher.VerifyHashedPassword(Unknown, hash ?? _unknownHash.Value, password);
        if (hash is null || result == PasswordVerificationResult.Failed)
        {
            LogRefused(log, userId ?? "nobody", address);
            return null;
        }

        return new VerifiedPassword(hash, result == PasswordVerificationResult.SuccessRehashNeeded);
    }

    private async Task<ClaimsPrincipal?> CheckAsync(string email, string password, string? address, CancellationToken cancel)
    {
        var key = normalizer.NormalizeEmail(email);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var userId = await db.Users
            .Where(user => user.NormalizedEmail == key && user.IsActive && user.PasswordHash != null)
            .Select(user => user.Id)
            .SingleOrDefaultAsync(cancel);
        if (await VerifyAsync(userId, password, address, cancel) is not { } verified)
        {
            return null;
        }

        return await writes.ExecuteAsync(
            async (write, stop) =>
            {
                var user = await write.Users.SingleAsync(user => user.Id == userId, stop);
                if (!user.IsActive || user.PasswordHash != verified.Hash)
                {
                    return null;
                }

                user.AccessFailedCount = 0;
                user.LockoutEnd = null;
                if (verified.IsOld)
                {
                    user.PasswordHash = hasher.HashPassword(user, password);
                }

                return await StartAsync(write, user, stop);
            },
            cancel);
    }

    // Null while the account is locked.
    private Task<string?> CountAttemptAsync(string userId, CancellationToken cancel) => writes.ExecuteAsync<string?>(
        async (db, stop) =>
        {
            var user = await db.Users.SingleAsync(user => user.Id == userId, stop);
            var now = time.GetUtcNow();
            if (user.LockoutEnd > now)
            {
                return null;
            }

            if (++user.AccessFailedCount >= FailuresMax)
            {
                user.AccessFailedCount = 0;
                user.LockoutEnd = now + LockedFor;
            }

            await db.SaveChangesAsync(stop);
            return user.PasswordHash;
        },
        cancel);

    private async Task<ClaimsPrincipal> StartAsync(AppDbContext db, AppUser user, CancellationToken cancel)
    {
        var session = sessions.Start(db, user.Id);
        await db.AppendAuditAsync(
            new AuditFact("SignedIn", "User", user.Id, JsonSerializer.Serialize(new { after = new { name = user.DisplayName } })),
            clock.RecordedBy(user.Id),
            cancel);
        await db.SaveChangesAsync(cancel);
        return Sessions.Principal(session.Id, user, await UserAccounts.RolesOfAsync(db, user.Id, cancel));
    }

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning, Message = "Sign-in refused for {UserId} from {Address}.")]
    private static partial void LogRefused(ILogger log, string userId, string? address);
}
