using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// The program's own services on a real, migrated database of one test: an SQLite file or a PostgreSQL database.
/// Only the clock and the sign-in are the test's. Nothing listens and no background service runs.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(CreateSqliteTemplateAsync);

    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;
    private readonly List<AsyncServiceScope> _scopes = [];
    private readonly AsyncServiceScope _main;
    private int _names;

    private TestDatabase(DatabaseProvider provider, TemporaryFolder folder, WebApplication app)
    {
        Provider = provider;
        _folder = folder;
        _app = app;
        _main = app.Services.CreateAsyncScope();
    }

    public DatabaseProvider Provider { get; }

    /// <summary>The folder of the SQLite file and of whatever else the program keeps.</summary>
    public string DataFolder => _folder.Path;

    public DatabaseOptions Options => _app.Services.GetRequiredService<DatabaseOptions>();

    public ManualTimeProvider Time => (ManualTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public CompanyClock Clock => _app.Services.GetRequiredService<CompanyClock>();

    public DateOnly Today => Clock.Today;

    public Writes Writes => _app.Services.GetRequiredService<Writes>();

    public IDbContextFactory<AppDbContext> Contexts => _app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    /// <summary>For singletons; scoped services of a person come from <see cref="Get{T}"/> and <see cref="For"/>.</summary>
    public IServiceProvider Services => _app.Services;

    /// <param name="provider">Which database; where PostgreSQL is not installed the test is skipped.</param>
    /// <param name="configure">Replaces registrations; runs last.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? configure = null)
    {
        var folder = new TemporaryFolder();
        var connectionString = string.Empty;
        if (provider == DatabaseProvider.Postgres)
        {
            var server = await TestContext.Current.GetFixture<PostgresServer>()
                ?? throw new InvalidOperationException("The fixture PostgresServer is missing.");
            connectionString = await server.CreateDatabaseAsync(
                "migrated", empty => MigrateAsync(provider, folder.Path, empty), TestContext.Current.CancellationToken);
        }
        else
        {
            File.Copy(await SqliteTemplate.Value, folder.File(DatabaseOptions.FileName));
        }

        return await OpenAsync(provider, folder, connectionString, configure);
    }

    /// <summary>The program on an SQLite file that somebody put back: a backup.</summary>
    public static Task<TestDatabase> RestoreAsync(string file)
    {
        var folder = new TemporaryFolder();
        File.Copy(file, folder.File(DatabaseOptions.FileName));
        return OpenAsync(DatabaseProvider.Sqlite, folder, string.Empty);
    }

    /// <summary>The program on a PostgreSQL database that is there already.</summary>
    public static Task<TestDatabase> OpenPostgresAsync(string connectionString) =>
        OpenAsync(DatabaseProvider.Postgres, new TemporaryFolder(), connectionString);

    /// <summary>A service of the signed-in person, see <see cref="As"/>.</summary>
    public T Get<T>()
        where T : notnull => _main.ServiceProvider.GetRequiredService<T>();

    /// <summary>Signs this person in for <see cref="Get{T}"/>; null signs out.</summary>
    public void As(TestUser? user) => Authentication(_main).Person = user?.Principal ?? TestUser.SignedOut;

    /// <summary>Services of another circuit in which this person is signed in; null is nobody.</summary>
    public IServiceProvider For(TestUser? user)
    {
        var scope = _app.Services.CreateAsyncScope();
        lock (_scopes)
        {
            _scopes.Add(scope);
        }

        Authentication(scope).Person = user?.Principal ?? TestUser.SignedOut;
        return scope.ServiceProvider;
    }

    public async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Writes in one transaction and saves.</summary>
    public Task<T> WriteAsync<T>(Func<AppDbContext, Task<T>> write) => Writes.ExecuteAsync(
        async (db, cancel) =>
        {
            var result = await write(db);
            await db.SaveChangesAsync(cancel);
            return result;
        },
        CancellationToken.None);

    /// <summary>Raw SQL, past every rule of the program.</summary>
    public async Task<int> ExecuteSqlAsync(string sql)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public Task<TestUser> FinanceAsync(string name = "Fiona Finance") => UserAsync(name, Roles.Finance);

    public Task<TestUser> RepAsync(string name = "Rita Rep") => UserAsync(name, Roles.AdSales);

    public Task<TestUser> AdminAsync(string name = "Ada Admin") => UserAsync(name, Roles.Admin);

    /// <summary>A person with these roles, signed in; becomes the signed-in person when nobody is yet.</summary>
    public async Task<TestUser> UserAsync(string name, params string[] roles)
    {
        var user = new TestUser(Guid.CreateVersion7().ToString(), name, Guid.CreateVersion7().ToString("N"));
        await WriteAsync(db =>
        {
            var login = $"{SearchText.Key(name)}{Next()}@example.com";
            db.Users.Add(new AppUser
            {
                Id = user.Id,
                DisplayName = name,
                UserName = login,
                NormalizedUserName = login.ToUpperInvariant(),
                Email = login,
                NormalizedEmail = login.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = user.SessionId,
            });
            db.UserRoles.AddRange(roles.Select(role => new IdentityUserRole<string> { UserId = user.Id, RoleId = role }));
            db.UserSessions.Add(new UserSession(user.SessionId, user.Id, Clock.Now));
            return Task.FromResult(true);
        });

        if (Authentication(_main).Person == TestUser.SignedOut)
        {
            As(user);
        }

        return user;
    }

    public Task<Organization> OrganizationAsync(TestUser? owner = null, string? name = null, string currency = "USD", Organization? payer = null) =>
        WriteAsync(db =>
        {
            var number = Next();
            var organization = new Organization($"C-{number:D5}", name ?? $"Client {number}", currency);
            organization.AssignOwner(owner?.Id);
            organization.PaidBy(payer?.Id);
            db.Organizations.Add(organization);
            return Task.FromResult(organization);
        });

    /// <param name="organization">Who owes; its currency is the invoice's unless stated.</param>
    /// <param name="total">In whole and part units of the currency: 100 is 100.00 USD or 100 JPY.</param>
    /// <param name="due">In 30 days unless stated.</param>
    /// <param name="number">INV-00001 and so on unless stated.</param>
    /// <param name="currency">Another currency than the organization's.</param>
    public Task<Invoice> InvoiceAsync(Organization organization, decimal total = 100, DateOnly? due = null, string? number = null, string? currency = null) =>
        WriteAsync(db =>
        {
            var code = currency ?? organization.Currency;
            var dueOn = due ?? Today.AddDays(30);
            var issuedOn = dueOn.AddDays(-30) < Today ? dueOn.AddDays(-30) : Today;
            var minor = (long)(total * Currency.MinorPerUnit(code));
            var invoice = new Invoice(organization.Id, number ?? $"INV-{Next():D5}", code, issuedOn, dueOn, minor);
            invoice.AddRow(new InvoiceRow(1, "Full page, four color", "Harbor Monthly, March 2026", "Display", minor));
            invoice.RecordAt(Clock.Now);
            db.Invoices.Add(invoice);
            return Task.FromResult(invoice);
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes)
        {
            await scope.DisposeAsync();
        }

        await _main.DisposeAsync();
        var options = Options;
        await _app.DisposeAsync();
        ReleaseConnections(Provider, options);
        _folder.Dispose();
    }

    private static async Task<TestDatabase> OpenAsync(
        DatabaseProvider provider, TemporaryFolder folder, string connectionString, Action<IServiceCollection>? configure = null)
    {
        var test = new TestDatabase(provider, folder, Build(provider, folder.Path, connectionString, configure));
        await test.Services.GetRequiredService<DatabaseMigration>().MigrateAsync(CancellationToken.None);
        return test;
    }

    private static TestAuthentication Authentication(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<TestAuthentication>();

    private static WebApplication Build(DatabaseProvider provider, string folder, string connectionString, Action<IServiceCollection>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AppServices).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] = provider.ToString(),
            [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Folder)}"] = folder,
            [$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"] = connectionString,
        });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
        builder.AddPaymentsApp();

        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new ManualTimeProvider()));
        builder.Services.AddScoped<TestAuthentication>();
        builder.Services.AddScoped<AuthenticationStateProvider>(services => services.GetRequiredService<TestAuthentication>());
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private static async Task MigrateAsync(DatabaseProvider provider, string folder, string connectionString)
    {
        await using var app = Build(provider, folder, connectionString, configure: null);
        await app.Services.GetRequiredService<DatabaseMigration>().MigrateAsync(CancellationToken.None);
    }

    // A migration takes longer than most tests: done once, then copied as a file that nobody has open.
    private static async Task<string> CreateSqliteTemplateAsync()
    {
        var folder = new TemporaryFolder();
        await MigrateAsync(DatabaseProvider.Sqlite, folder.Path, string.Empty);
        var source = new DatabaseOptions { Folder = folder.Path };
        await using var connection = new SqliteConnection(source.SqliteConnectionString(pooled: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", folder.File("template.db"));
        await command.ExecuteNonQueryAsync();
        return folder.File("template.db");
    }

    private static void ReleaseConnections(DatabaseProvider provider, DatabaseOptions options)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            using var connection = new NpgsqlConnection(options.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new SqliteConnection(options.SqliteConnectionString(pooled: true));
            SqliteConnection.ClearPool(connection);
        }
    }

    private int Next() => Interlocked.Increment(ref _names);
}
