using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>The limits beyond which a difference needs a second person. Administrators only; audited.</summary>
public sealed class RoleLimitService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<IReadOnlyList<RoleLimitForm>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var currency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
        var limits = await db.RoleLimits.AsNoTracking().OrderBy(limit => limit.Role).ToListAsync(cancel);
        return limits.ConvertAll(limit => FormOf(limit, currency));
    }

    /// <summary>Null when it is done, else a sentence that says why not.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveAsync(RoleLimitForm form, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, stop) =>
        {
            var access = await currentUser.RequireAsync(Permission.Administer, db, stop);
            await db.LockLedgerHeadAsync(stop);
            if (await db.RoleLimits.AsTracking().SingleOrDefaultAsync(found => found.Role == form.Role, stop) is not { } limit)
            {
                return "There is no such limit.";
            }

            var currency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(stop);
            if (form.LargestWriteOff.Currency != currency || form.LargestDiscount.Currency != currency)
            {
                return "The company's currency changed meanwhile. Open the settings again.";
            }

            if (form.LargestWriteOff.IsNegative || form.LargestDiscount.IsNegative)
            {
                return "A limit is not negative.";
            }

            var before = FormOf(limit, currency);
            if (before == form)
            {
                return null;
            }

            limit.Edit(form.LargestWriteOff.Minor, form.LargestDiscount.Minor);
            await db.AppendAuditAsync(new AuditFact("LimitsChanged", "Settings", form.Role, Body(before, form)), clock.RecordedBy(access.UserId), stop);
            await db.SaveChangesAsync(stop);
            changes.Add(PaymentChange.Everything);
            return (string?)null;
        },
        cancel);

    private static RoleLimitForm FormOf(RoleLimit limit, string currency) =>
        new(limit.Role, new Money(limit.LargestWriteOffMinor, currency), new Money(limit.LargestDiscountMinor, currency));

    private static string Body(RoleLimitForm before, RoleLimitForm after) => JsonSerializer.Serialize(
        new
        {
            currency = after.LargestWriteOff.Currency,
            largestWriteOffMinor = new { before = before.LargestWriteOff.Minor, after = after.LargestWriteOff.Minor },
            largestDiscountMinor = new { before = before.LargestDiscount.Minor, after = after.LargestDiscount.Minor },
        },
        AuditJson.Options);
}
