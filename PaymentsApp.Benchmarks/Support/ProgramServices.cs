using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>
/// The program's own services over one database, as the web server has them; only who is signed in, and the browser, are
/// the benchmark's. Nothing listens and no background service runs.
/// </summary>
internal sealed class ProgramServices : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProgramServices(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public IDbContextFactory<AppDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    /// <summary>Opens the database in the folder, or the one of the connection string; migrates it.</summary>
    public static async Task<ProgramServices> OpenAsync(string folder, CancellationToken cancel, string postgres = "")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AppServices).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        var provider = postgres.Length > 0 ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] = provider.ToString(),
            [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Folder)}"] = folder,
            [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"] = postgres,
        });
        builder.AddPaymentsApp();
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<BenchmarkAuthentication>();
        builder.Services.AddScoped<AuthenticationStateProvider>(services => services.GetRequiredService<BenchmarkAuthentication>());
        builder.Services.AddScoped<NavigationManager, StillNavigation>();
        builder.Services.AddScoped<IJSRuntime, SilentBrowser>();

        var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseMigration>().MigrateAsync(cancel);
        return new ProgramServices(app);
    }

    /// <summary>A scope in which this person is signed in, as a circuit is.</summary>
    public AsyncServiceScope For(Person person)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<BenchmarkAuthentication>().Person = person.Principal;
        return scope;
    }

    /// <summary>Somebody of Finance: sees all accounts.</summary>
    public Task<Person> FinanceAsync(CancellationToken cancel) => SignInAsync("benchmark-finance", Roles.Finance, cancel);

    /// <summary>The sales rep who owns the most organizations.</summary>
    public async Task<Person> RepAsync(CancellationToken cancel)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        var id = await db.Organizations.Where(organization => organization.OwnerId != null)
            .GroupBy(organization => organization.OwnerId).OrderByDescending(group => group.Count())
            .Select(group => group.Key).FirstAsync(cancel);
        return await SignInAsync(id!, Roles.AdSales, cancel);
    }

    /// <summary>Adds the person where missing, with this role and a living session.</summary>
    public async Task<Person> SignInAsync(string id, string role, CancellationToken cancel)
    {
        var person = new Person(id, $"{id}-session");
        await Services.GetRequiredService<Writes>().ExecuteAsync(
            async (db, stop) =>
            {
                if (!await db.Users.AnyAsync(user => user.Id == id, stop))
                {
                    db.Users.Add(new AppUser { Id = id, DisplayName = id, UserName = id, NormalizedUserName = id.ToUpperInvariant() });
                }

                if (!await db.UserRoles.AnyAsync(has => has.UserId == id && has.RoleId == role, stop))
                {
                    db.UserRoles.Add(new IdentityUserRole<string> { UserId = id, RoleId = role });
                }

                if (!await db.UserSessions.AnyAsync(session => session.Id == person.SessionId, stop))
                {
                    db.UserSessions.Add(new UserSession(person.SessionId, id, Services.GetRequiredService<CompanyClock>().Now));
                }

                return await db.SaveChangesAsync(stop);
            },
            cancel);
        return person;
    }

    /// <summary>Adds somebody who can sign in through the page.</summary>
    public async Task AddWithPasswordAsync(NewUser user, CancellationToken cancel)
    {
        await using var scope = Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<UserAccounts>().AddAsync(
            user, (_, _) => Task.FromResult<string?>(SystemUser.Id), string.Empty, cancel);
        if (added.UserId is null)
        {
            throw new InvalidOperationException(string.Join(' ', added.Problems));
        }
    }

    public async Task<bool> HasOrganizationsAsync(CancellationToken cancel)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        return await db.Organizations.AnyAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        var database = Services.GetRequiredService<DatabaseOptions>();
        await _app.DisposeAsync();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            using var connection = new SqliteConnection(database.SqliteConnectionString(pooled: true));
            SqliteConnection.ClearPool(connection);
        }
    }
}
