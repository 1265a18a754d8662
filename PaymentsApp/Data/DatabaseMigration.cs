using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data;

/// <summary>Brings the database to this version of the program, and puts in what every database has.</summary>
public sealed class DatabaseMigration(IDbContextFactory<AppDbContext> contexts, Writes writes, CompanyClock clock)
{
    /// <summary>How long a migration may take, in seconds. One that was killed leaves a lock row, and the next would wait for ever.</summary>
    private const int TimeoutSeconds = 600;

    /// <exception cref="TimeoutException">Another program migrates, or one was killed while it did.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bounded.CancelAfter(TimeSpan.FromSeconds(TimeoutSeconds));
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(bounded.Token)).Any())
            {
                await db.Database.MigrateAsync(bounded.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The database was not migrated within {TimeoutSeconds} seconds. If no other program is migrating it, one was stopped half-way: "
                + "restore the last backup, or delete the row of the table __EFMigrationsLock and start again.");
        }

        await writes.ExecuteAsync(PutStandardRowsAsync, cancel);
        await clock.ReadSettingsAsync(db, cancel);
    }

    private static async Task<bool> PutStandardRowsAsync(AppDbContext db, CancellationToken cancel)
    {
        if (!await db.PaymentTypes.AnyAsync(cancel))
        {
            db.PaymentTypes.AddRange(PaymentType.Standard());
        }

        if (!await db.CompanySettings.AnyAsync(cancel))
        {
            db.CompanySettings.Add(new CompanySettings("My publishing company", "America/New_York", "USD"));
        }

        if (!await db.RoleLimits.AnyAsync(cancel))
        {
            db.RoleLimits.AddRange(RoleLimit.Standard());
        }

        if (!await db.LedgerAccountNumbers.AnyAsync(cancel))
        {
            db.LedgerAccountNumbers.AddRange(LedgerAccountNumber.Standard());
        }

        if (!await db.Roles.AnyAsync(cancel))
        {
            db.Roles.AddRange(Roles.All.Select(role => new Microsoft.AspNetCore.Identity.IdentityRole(role)
            {
                Id = role,
                NormalizedName = role.ToUpperInvariant(),
                ConcurrencyStamp = role,
            }));
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
