using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>The company's settings and the list of payment types. Answers are null when it is done, else a sentence that says why not.</summary>
public sealed class SettingsService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    private const int CompanyNameLength = 100;

    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<CompanyForm> CompanyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        return FormOf(await db.CompanySettings.SingleAsync(cancel));
    }

    /// <summary>In the order of the list.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<IReadOnlyList<PaymentTypeForm>> PaymentTypesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var types = await db.PaymentTypes.OrderBy(type => type.SortOrder).ThenBy(type => type.Id).ToListAsync(cancel);
        return types.ConvertAll(FormOf);
    }

    /// <summary>Saves the company's settings; "today" follows the time zone at once.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<string?> SaveCompanyAsync(CompanyForm form, CancellationToken cancel)
    {
        form = form with { CompanyName = form.CompanyName.Trim(), TimeZone = form.TimeZone.Trim(), Currency = form.Currency.Trim().ToUpperInvariant() };
        var problem = await ChangeAsync(
            async (db, stop) =>
            {
                if (ProblemOf(form) is { } problem)
                {
                    return (problem, null);
                }

                var settings = await db.CompanySettings.SingleAsync(stop);
                var before = FormOf(settings);
                settings.Edit(form.CompanyName, form.TimeZone, form.Currency);
                settings.ChargeForReturns(form.ReturnFeeMinor);
                settings.AgeBy(form.Aging);
                settings.SpreadBy(form.RowSpread);
                return (null, before == form ? null : Fact("SettingsChanged", "Settings", "1", before, form));
            },
            cancel);
        if (problem is null)
        {
            clock.Use(form.TimeZone);
        }

        return problem;
    }

    /// <summary>Adds a payment type at the end of the list, or changes one.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SavePaymentTypeAsync(PaymentTypeForm form, CancellationToken cancel) => ChangeAsync(
        async (db, stop) =>
        {
            form = form with { Name = form.Name.Trim() };
            var types = await db.PaymentTypes.ToListAsync(stop);
            var type = types.Find(type => type.Id == form.Id);
            if ((form.Id is not null && type is null) || !Enum.IsDefined(form.Kind))
            {
                return ("There is no such payment type.", null);
            }

            if (ProblemOf(form, types) is { } problem)
            {
                return (problem, null);
            }

            if (type is null)
            {
                type = new PaymentType(form.Name, form.Kind, types.Select(other => other.SortOrder).DefaultIfEmpty().Max() + 1);
                db.PaymentTypes.Add(type);
                await db.SaveChangesAsync(stop); // gives the id
                return (null, Fact("Added", nameof(PaymentType), $"{type.Id}", null, FormOf(type)));
            }

            var before = FormOf(type);
            type.Edit(form.Name, form.Kind, type.SortOrder, form.IsActive);
            return (null, before == form ? null : Fact("Changed", nameof(PaymentType), $"{type.Id}", before, form));
        },
        cancel);

    /// <summary>Moves a payment type by one place in the list.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> MovePaymentTypeAsync(int id, bool isUp, CancellationToken cancel) => ChangeAsync(
        async (db, stop) =>
        {
            var types = await db.PaymentTypes.OrderBy(type => type.SortOrder).ThenBy(type => type.Id).ToListAsync(stop);
            var from = types.FindIndex(type => type.Id == id);
            if (from < 0)
            {
                return ("There is no such payment type.", null);
            }

            var to = isUp ? from - 1 : from + 1;
            if (to < 0 || to >= types.Count)
            {
                return (null, null);
            }

            var moved = types[from];
            types.RemoveAt(from);
            types.Insert(to, moved);
            foreach (var (place, type) in types.Index())
            {
                type.Edit(type.Name, type.Kind, place + 1, type.IsActive);
            }

            return (null, Fact("Moved", nameof(PaymentType), $"{id}", new { name = moved.Name, place = from + 1 }, new { name = moved.Name, place = to + 1 }));
        },
        cancel);

    private static CompanyForm FormOf(CompanySettings settings) => new(settings.CompanyName, settings.TimeZone, settings.Currency)
    {
        ReturnFeeMinor = settings.ReturnFeeMinor,
        Aging = settings.Aging,
        RowSpread = settings.RowSpread,
    };

    private static PaymentTypeForm FormOf(PaymentType type) => new(type.Id, type.Name, type.Kind, type.IsActive);

    private static string? ProblemOf(CompanyForm form) =>
        form.CompanyName.Length is 0 or > CompanyNameLength ? $"The company's name is missing or longer than {CompanyNameLength} characters."
        : !TimeZones.IsKnown(form.TimeZone) ? $"“{form.TimeZone}” is no time zone: choose one of the list, such as America/New_York."
        : !Currency.IsKnown(form.Currency) ? $"“{form.Currency}” is no currency code: choose one of the list, such as USD."
        : form.ReturnFeeMinor is < 0 or > RegisterPayment.LargestAmountMinor ? "The fee for a returned payment is negative or too large."
        : !form.Aging.AreRising ? $"The days of the aging rise from 1 to {AgingBounds.DaysMax}, such as 30, 60 and 90."
        : !Enum.IsDefined(form.RowSpread) ? "Choose how payments are spread over the rows of an invoice."
        : null;

    private static string? ProblemOf(PaymentTypeForm form, List<PaymentType> types) =>
        form.Name.Length is 0 or > PaymentType.NameLength ? $"The name is missing or longer than {PaymentType.NameLength} characters."
        : types.Exists(other => other.Id != form.Id && string.Equals(other.Name, form.Name, StringComparison.OrdinalIgnoreCase))
            ? $"There is a payment type “{form.Name}” already."
        : !form.IsActive && !types.Exists(other => other.Id != form.Id && other.IsActive) ? "One payment type has to stay active."
        : null;

    private static AuditFact Fact(string action, string entity, string id, object? before, object after) =>
        new(action, entity, id, before is null
            ? JsonSerializer.Serialize(new { after }, AuditJson.Options)
            : JsonSerializer.Serialize(new { before, after }, AuditJson.Options));

    // The body answers a refusal, or the fact to note; neither when nothing changes.
    private Task<string?> ChangeAsync(Func<AppDbContext, CancellationToken, Task<(string? Refusal, AuditFact? Fact)>> body, CancellationToken cancel) =>
        writes.ExecuteAsync(
            async (db, changes, stop) =>
            {
                await db.LockLedgerHeadAsync(stop);
                var access = await currentUser.RequireAsync(Permission.Administer, db, stop);
                var (refusal, fact) = await body(db, stop);
                if (refusal is null && fact is not null)
                {
                    await db.AppendAuditAsync(fact, clock.RecordedBy(access.UserId), stop);
                    await db.SaveChangesAsync(stop);
                    changes.Add(PaymentChange.Everything);
                }

                return refusal;
            },
            cancel);
}
