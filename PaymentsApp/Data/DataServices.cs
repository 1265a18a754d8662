using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data.Backup;
using PaymentsApp.Data.Verification;

namespace PaymentsApp.Data;

/// <summary>Registers the database.</summary>
public static class DataServices
{
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddSingleton(database);
        services.AddSingleton<CompanyClock>();
        services.AddSingleton<DatabaseMigration>();
        services.AddSingleton<LedgerVerification>();

        if (database.Provider == DatabaseProvider.Postgres)
        {
            services.AddPooledDbContextFactory<PostgresAppDbContext>(options => options.UseNpgsql(database.ConnectionString));
            services.AddSingleton<IDbContextFactory<AppDbContext>, AppDbContexts<PostgresAppDbContext>>();
            services.AddSingleton<Writes, PostgresWrites>();
        }
        else
        {
            PrivateFiles.CreateFolder(database.DataFolder);
            services.AddPooledDbContextFactory<SqliteAppDbContext>(options => options
                .UseSqlite(database.SqliteConnectionString(pooled: true))
                .AddInterceptors(SqliteConnections.Interceptor));
            services.AddSingleton<IDbContextFactory<AppDbContext>, AppDbContexts<SqliteAppDbContext>>();
            services.AddSingleton<Writes, SqliteWrites>();
            services.AddSingleton<SqliteBackup>();
        }

        // ASP.NET Core Identity asks for a scoped context; everything else uses the factory.
        services.AddScoped<AppDbContext>(provider => database.Provider == DatabaseProvider.Postgres
            ? provider.GetRequiredService<PostgresAppDbContext>()
            : provider.GetRequiredService<SqliteAppDbContext>());
        return services;
    }
}
