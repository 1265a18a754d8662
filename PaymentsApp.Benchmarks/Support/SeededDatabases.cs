using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Seeding;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>Databases full of synthetic invoices, made once and kept; a benchmark that writes works on a copy.</summary>
internal static class SeededDatabases
{
    private const int Reps = 10;

    // To be raised when other synthetic data is made.
    private const int Edition = 2;

    /// <summary>The folder of a database with so many invoices; made when it is missing, or of another schema.</summary>
    public static async Task<string> FolderAsync(BenchmarkOptions options, int invoices, CancellationToken cancel)
    {
        var folder = Path.Combine(options.CacheFolder, invoices.ToString(CultureInfo.InvariantCulture));
        var done = Path.Combine(folder, "seeded");
        var made = Made();
        if (File.Exists(done) && await File.ReadAllTextAsync(done, cancel) == made)
        {
            return folder;
        }

        Remove(folder);
        Console.Error.WriteLine($"Making a database of {invoices:N0} invoices in {folder}");
        await using (var program = await ProgramServices.OpenAsync(folder, cancel))
        {
            await SeedOnceAsync(program, invoices, cancel);
        }

        await File.WriteAllTextAsync(done, made, cancel);
        return folder;
    }

    /// <summary>A database of its own on the PostgreSQL server, made when it is missing; drop it after a change of the schema.</summary>
    public static async Task<ProgramServices> OpenPostgresAsync(BenchmarkOptions options, int invoices, CancellationToken cancel)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.Postgres);
        connection.Database = string.Create(CultureInfo.InvariantCulture, $"{connection.Database}_{invoices}");
        var program = await ProgramServices.OpenAsync(
            Path.Combine(options.CacheFolder, connection.Database), cancel, connection.ToString());
        if (!await program.HasOrganizationsAsync(cancel))
        {
            await SeedOnceAsync(program, invoices, cancel);
            await using var db = await program.Contexts.CreateDbContextAsync(cancel);
            await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE", cancel); // as the server does by itself after a while
        }

        return program;
    }

    private static string Made()
    {
        using var db = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite().Options);
        return string.Create(CultureInfo.InvariantCulture, $"{Edition} {db.Database.GetMigrations().Last()}");
    }

    /// <summary>A copy to write into; <see cref="Remove"/> it afterwards.</summary>
    public static async Task<string> CopyAsync(BenchmarkOptions options, int invoices, CancellationToken cancel)
    {
        var source = await FolderAsync(options, invoices, cancel);
        var folder = Directory.CreateTempSubdirectory("payments-benchmark-").FullName;
        foreach (var file in Directory.GetFiles(source, DatabaseOptions.FileName + "*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fills a database that has no organizations. Sales reps come first, so that the organizations get owners.</summary>
    public static async Task SeedOnceAsync(ProgramServices program, int invoices, CancellationToken cancel)
    {
        if (await program.HasOrganizationsAsync(cancel))
        {
            return;
        }

        for (var number = 1; number <= Reps; number++)
        {
            await program.SignInAsync(FormattableString.Invariant($"benchmark-rep-{number:00}"), Roles.AdSales, cancel);
        }

        await program.Services.GetRequiredService<SyntheticData>().AddAsync(
            invoices, SyntheticData.UsualPortion, done => Console.Error.WriteLine(FormattableString.Invariant($"  {done:N0}")), cancel);
    }
}
