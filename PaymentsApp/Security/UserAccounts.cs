using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>
/// ASP.NET Core Identity over the context of a write: its rules for names and passwords, our transaction. Hashing is slow
/// on purpose and therefore happens before the transaction.
/// </summary>
internal sealed class UserAccounts(
    IDbContextFactory<AppDbContext> contexts,
    Writes writes,
    CompanyClock clock,
    IOptions<IdentityOptions> options,
    IPasswordHasher<AppUser> hasher,
    IEnumerable<IUserValidator<AppUser>> userRules,
    IEnumerable<IPasswordValidator<AppUser>> passwordRules,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<AppUser>> log)
{
    private const int NameLengthMax = 200;

    /// <summary>Roles of a person, as they are stored.</summary>
    public static Task<List<string>> RolesOfAsync(AppDbContext db, string userId, CancellationToken cancel) => db.UserRoles
        .Where(role => role.UserId == userId)
        .Join(db.Roles, role => role.RoleId, role => role.Id, (_, role) => role.Name!)
        .ToListAsync(cancel);

    /// <summary>Whether somebody can sign in as an administrator. People without a password (the program itself, demo people) do not count.</summary>
    public static Task<bool> HasAdministratorAsync(AppDbContext db, CancellationToken cancel) => db.Users
        .Where(user => user.IsActive && user.PasswordHash != null)
        .Join(db.UserRoles.Where(role => role.RoleId == Roles.Admin), user => user.Id, role => role.UserId, (user, _) => user.Id)
        .AnyAsync(cancel);

    /// <summary>Identity's own work inside a transaction.</summary>
    public UserManager<AppUser> Over(AppDbContext db) => new(
        new UserStore<AppUser, IdentityRole, AppDbContext, string>(db, errors),
        options, hasher, userRules, passwordRules, normalizer, errors, services, log);

    /// <summary>Adds a person and writes it into the audit log.</summary>
    /// <param name="person">Checked here.</param>
    /// <param name="actor">Asked inside the transaction: who adds; null refuses.</param>
    /// <param name="refusal">What to say when <paramref name="actor"/> is null.</param>
    /// <param name="cancel">Before anything is written.</param>
    public async Task<AddedUser> AddAsync(
        NewUser person, Func<AppDbContext, CancellationToken, Task<string?>> actor, string refusal, CancellationToken cancel)
    {
        var problems = Problems(person);
        problems.AddRange(await PasswordProblemsAsync(UserOf(person), person.Password, cancel));
        if (problems.Count > 0)
        {
            return AddedUser.Refused(problems);
        }

        var hash = HashOf(person.Password);
        return await writes.ExecuteAsync(
            async (db, stop) => await actor(db, stop) is { } actorId
                ? await AddAsync(db, person, hash, clock.RecordedBy(actorId), stop)
                : AddedUser.Refused(refusal),
            cancel);
    }

    /// <summary>What is wrong with a password for this person; whole sentences.</summary>
    public async Task<IReadOnlyList<string>> PasswordProblemsAsync(AppUser user, string password, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var manager = Over(db);
        var problems = new List<string>();
        foreach (var rule in passwordRules)
        {
            problems.AddRange(Sentences(await rule.ValidateAsync(manager, user, password)));
        }

        return problems;
    }

    public string HashOf(string password) => hasher.HashPassword(new AppUser(), password);

    private static AppUser UserOf(NewUser person) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        DisplayName = person.Name.Trim(),
        UserName = person.Email.Trim(),
        Email = person.Email.Trim(),
        EmailConfirmed = true,
        LockoutEnabled = true,
    };

    private static List<string> Problems(NewUser person)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(person.Name) || person.Name.Length > NameLengthMax)
        {
            problems.Add($"The name is missing or longer than {NameLengthMax} characters.");
        }

        if (person.Roles.Count == 0 || person.Roles.Except(Roles.All).Any())
        {
            problems.Add($"At least one role is needed, of {string.Join(", ", Roles.All)}.");
        }

        return problems;
    }

    // One sentence is enough: the e-mail address is also the sign-in name.
    private static IEnumerable<string> Sentences(IdentityResult result) => result.Errors
        .Where(error => error.Code is not (nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.InvalidUserName)))
        .Select(error => error.Description);

    private async Task<AddedUser> AddAsync(AppDbContext db, NewUser person, string hash, Recorded recorded, CancellationToken cancel)
    {
        using var manager = Over(db);
        var user = UserOf(person);
        user.PasswordHash = hash;
        var created = await manager.CreateAsync(user);
        if (!created.Succeeded)
        {
            return AddedUser.Refused([.. Sentences(created)]);
        }

        db.UserRoles.AddRange(person.Roles.Distinct().Select(role => new IdentityUserRole<string> { UserId = user.Id, RoleId = role }));
        var after = new { name = user.DisplayName, email = user.Email, roles = person.Roles };
        await db.AppendAuditAsync(new AuditFact("Added", "User", user.Id, JsonSerializer.Serialize(new { after })), recorded, cancel);
        await db.SaveChangesAsync(cancel);
        return new AddedUser(user.Id, []);
    }
}
