using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed class UserServiceTests
{
    private const string Password = "seven grey herons nest";

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task A_new_person_can_sign_in_and_the_password_is_nowhere_to_read(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();

        var added = await app.Get<UserService>().AddAsync(new NewUser(" Nina New ", "nina@example.com", [Roles.Finance], Password), None);
        var again = await app.Get<UserService>().AddAsync(new NewUser("Other", "NINA@example.com", [Roles.Finance], Password), None);

        var person = await app.Services.GetRequiredService<SignInService>().SignInAsync("Nina@Example.com", Password, null, None);
        Assert.Equal("Nina New", person?.FindFirst(SessionClaims.DisplayName)?.Value);
        Assert.True(person!.IsInRole(Roles.Finance));
        Assert.Equal(["Email 'NINA@example.com' is already taken."], again.Problems);
        var user = await app.ReadAsync(db => db.Users.SingleAsync(user => user.Id == added.UserId));
        Assert.NotEqual(Password, user.PasswordHash);
        Assert.DoesNotContain(Password, string.Concat(await app.ReadAsync(db => db.AuditEntries.Select(entry => entry.Body).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a@example.com", Roles.Finance, Password)]
    [InlineData("Name", "not an address", Roles.Finance, Password)]
    [InlineData("Name", "", Roles.Finance, Password)]
    [InlineData("Name", "a@example.com", "Boss", Password)]
    [InlineData("Name", "a@example.com", Roles.Finance, "too short")]
    [InlineData("Name", "a@example.com", Roles.Finance, "password1234")]
    public async Task What_is_missing_or_weak_is_refused(string name, string email, string role, string password)
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        var added = await app.Get<UserService>().AddAsync(new NewUser(name, email, [role], password), None);

        Assert.Null(added.UserId);
        Assert.NotEmpty(added.Problems);
    }

    [Theory, BothDatabases]
    public async Task A_changed_right_counts_from_the_next_command_on(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var finance = await app.FinanceAsync();
        var circuit = app.For(finance).GetRequiredService<CurrentUser>();
        await using var db = await app.Contexts.CreateDbContextAsync(None);
        Assert.NotNull(await circuit.FindAsync(Permission.AddInvoices, db, None));

        Assert.Null(await app.Get<UserService>().ChangeRolesAsync(finance.Id, [Roles.AdSales], None));

        Assert.Null(await circuit.FindAsync(Permission.AddInvoices, db, None));
        Assert.NotNull(await circuit.FindAsync(Permission.RegisterPayments, db, None));
        var entry = await app.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "RolesChanged"));
        Assert.Equal("""{"before":{"roles":["Finance"]},"after":{"roles":["AdSales"]}}""", entry.Body);
    }

    [Fact]
    public async Task Nobody_changes_or_deactivates_themselves()
    {
        await using var app = await TestDatabase.CreateAsync();
        var admin = await app.AdminAsync();
        await app.AdminAsync("Second");
        var users = app.Get<UserService>();

        Assert.Contains("their own roles", await users.ChangeRolesAsync(admin.Id, [Roles.Admin, Roles.Finance], None), StringComparison.Ordinal);
        Assert.Contains("themselves", await users.DeactivateAsync(admin.Id, None), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task One_administrator_stays_even_when_two_remove_each_other_at_once(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var one = await app.AdminAsync("One");
        var two = await app.AdminAsync("Two");

        var tries = await Task.WhenAll(
            TryAsync(one, two, (users, id) => users.DeactivateAsync(id, None)),
            TryAsync(two, one, (users, id) => users.ChangeRolesAsync(id, [Roles.Finance], None)));

        Assert.Single(tries, done => done);
        Assert.Equal(1, await app.ReadAsync(db => db.Users.CountAsync(user =>
            user.IsActive && db.UserRoles.Any(role => role.UserId == user.Id && role.RoleId == Roles.Admin))));

        async Task<bool> TryAsync(TestUser actor, TestUser target, Func<UserService, string, Task<string?>> change)
        {
            try
            {
                return await change(app.For(actor).GetRequiredService<UserService>(), target.Id) is null;
            }
            catch (AccessDeniedException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task The_program_itself_is_nobody_to_change()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        Assert.Equal("There is no such person.", await app.Get<UserService>().ResetPasswordAsync(SystemUser.Id, Password, None));
        Assert.Null(await app.Get<UserQueries>().FindAsync(SystemUser.Id, None));
        Assert.DoesNotContain((await app.Get<UserQueries>().ListAsync("", "all", null, None)).Rows, row => row.Id == SystemUser.Id);
    }

    [Theory, BothDatabases]
    public async Task A_deactivated_person_is_out_everywhere_until_activated_again(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var users = app.Get<UserService>();
        var id = (await users.AddAsync(new NewUser("Nina", "nina@example.com", [Roles.Finance], Password), None)).UserId!;
        var signIns = app.Services.GetRequiredService<SignInService>();
        var sessions = app.Services.GetRequiredService<Sessions>();
        var person = await signIns.SignInAsync("nina@example.com", Password, null, None);
        var sessionId = person!.FindFirst(SessionClaims.SessionId)!.Value;
        Assert.NotNull(await sessions.FindAsync(sessionId, None));

        Assert.Null(await users.DeactivateAsync(id, None));

        Assert.Null(await sessions.FindAsync(sessionId, None));
        Assert.Null(await signIns.SignInAsync("nina@example.com", Password, null, None));
        Assert.Null(await users.ActivateAsync(id, None));
        Assert.Null(await sessions.FindAsync(sessionId, None));
        Assert.NotNull(await signIns.SignInAsync("nina@example.com", Password, null, None));
    }

    [Fact]
    public async Task A_reset_password_lifts_the_lock_and_ends_sessions()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var users = app.Get<UserService>();
        var id = (await users.AddAsync(new NewUser("Nina", "nina@example.com", [Roles.Finance], Password), None)).UserId!;
        var signIns = app.Services.GetRequiredService<SignInService>();
        for (var guess = 0; guess < SignInService.FailuresMax; guess++)
        {
            Assert.Null(await signIns.VerifyAsync(id, "wrong password 1", null, None));
        }

        Assert.Null(await signIns.VerifyAsync(id, Password, null, None));
        Assert.True((await app.Get<UserQueries>().FindAsync(id, None))!.IsLocked);
        Assert.NotNull(await users.ResetPasswordAsync(id, "nina nina nina", None));
        Assert.Null(await users.ResetPasswordAsync(id, "five quick brown otters", None));

        Assert.False((await app.Get<UserQueries>().FindAsync(id, None))!.IsLocked);
        Assert.NotNull(await signIns.VerifyAsync(id, "five quick brown otters", null, None));
    }

    [Fact]
    public async Task A_lock_ends_by_itself_after_a_quarter_of_an_hour()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var id = (await app.Get<UserService>().AddAsync(new NewUser("Nina", "nina@example.com", [Roles.Finance], Password), None)).UserId!;
        var signIns = app.Services.GetRequiredService<SignInService>();
        for (var guess = 0; guess < SignInService.FailuresMax; guess++)
        {
            await signIns.VerifyAsync(id, "wrong password 1", null, None);
        }

        app.Time.Advance(SignInService.LockedFor - TimeSpan.FromSeconds(1));
        Assert.Null(await signIns.VerifyAsync(id, Password, null, None));
        app.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull(await signIns.VerifyAsync(id, Password, null, None));
    }
}
