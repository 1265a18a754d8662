using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Data.Verification;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>The audit log, newest first.</summary>
public sealed class AuditQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>One page of entries.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<Page<AuditRow>> ListAsync(AuditFilter filter, PageKey? key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);

        var entries = await FilteredAsync(db, filter, cancel);
        entries = (key?.ValueAsNumber(), key?.IsBackwards) switch
        {
            ({ } seq, false) => entries.Where(entry => entry.Seq < seq).OrderByDescending(entry => entry.Seq),
            ({ } seq, true) => entries.Where(entry => entry.Seq > seq).OrderBy(entry => entry.Seq),
            _ => entries.OrderByDescending(entry => entry.Seq),
        };
        var fetched = await entries.Take(Paging.Size + 1).ToListAsync(cancel);
        var actorIds = fetched.Select(entry => entry.ActorId).Distinct().ToList();
        var actors = await db.Users.Where(user => actorIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return Paging.PageOf(
            fetched.ConvertAll(entry => RowOf(entry, actors.GetValueOrDefault(entry.ActorId, entry.ActorId))),
            key,
            row => PageKey.At(row.Seq, row.Seq));
    }

    /// <summary>People who may have done something, by name: for the filter.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<IReadOnlyList<(string Id, string Name)>> ActorsAsync(CancellationToken cancel)
    {
        const int ActorsMax = 500;

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var users = await db.Users.OrderBy(user => user.DisplayName).Take(ActorsMax).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancel);
        return users.ConvertAll(user => (user.Id, user.DisplayName));
    }

    /// <summary>Reads the whole chain and recomputes every hash, in constant memory.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);

        string? first = null;
        var findings = 0;
        var entries = await AuditChain.VerifyAsync(
            db,
            difference =>
            {
                findings++;
                first ??= difference.ToString();
            },
            cancel);
        return new AuditVerification(entries, first, findings);
    }

    /// <summary>All entries that fit, oldest first, with the actors' names: for an export.</summary>
    internal async IAsyncEnumerable<(AuditEntry Entry, string Actor)> ReadAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var actors = await db.Users.ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var entries = (await FilteredAsync(db, filter, cancel)).AsNoTracking().OrderBy(entry => entry.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            yield return (entry, actors.GetValueOrDefault(entry.ActorId, entry.ActorId));
        }
    }

    private static async Task<IQueryable<AuditEntry>> FilteredInTimeAsync(
        AppDbContext db, IQueryable<AuditEntry> entries, DateTime? from, DateTime? before, CancellationToken cancel)
    {
        if (from is { } start)
        {
            var first = await FirstSeqAtAsync(db, start, cancel);
            entries = entries.Where(entry => entry.Seq >= first);
        }

        if (before is { } end)
        {
            var first = await FirstSeqAtAsync(db, end, cancel);
            entries = entries.Where(entry => entry.Seq < first);
        }

        return entries;
    }

    // Entries are numbered without a gap and in order of time, so the first of a day is found by halving: about twenty
    // look-ups in a million entries, and no index that every write would have to keep.
    private static async Task<long> FirstSeqAtAsync(AppDbContext db, DateTime at, CancellationToken cancel)
    {
        var low = 1L;
        var high = await db.LedgerHeads.Select(head => head.AuditSeq).SingleAsync(cancel) + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var isLater = await db.AuditEntries.AnyAsync(entry => entry.Seq == middle && entry.At >= at, cancel);
            (low, high) = isLater ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private async Task<IQueryable<AuditEntry>> FilteredAsync(AppDbContext db, AuditFilter filter, CancellationToken cancel)
    {
        IQueryable<AuditEntry> entries = db.AuditEntries;
        if (filter.ActorId is { } actor)
        {
            entries = entries.Where(entry => entry.ActorId == actor);
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(entry => entry.Action == action);
        }

        if (filter.Entity is { } entity)
        {
            entries = entries.Where(entry => entry.Entity == entity);
        }

        if (filter.EntityId is { } id)
        {
            entries = entries.Where(entry => entry.EntityId == id);
        }

        return await FilteredInTimeAsync(db, entries, StartOf(filter.From), StartOf(filter.To?.AddDays(1)), cancel);
    }

    // The instant at which a day begins in the company; where the clock jumps over midnight, the first one after it.
    private DateTime? StartOf(DateOnly? day)
    {
        if (day is null)
        {
            return null;
        }

        var midnight = day.Value.ToDateTime(TimeOnly.MinValue);
        while (clock.Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(midnight, clock.Zone);
    }

    private AuditRow RowOf(AuditEntry entry, string actor) => new(
        entry.Seq,
        clock.LocalOf(entry.At),
        actor,
        AuditWords.Text(entry.Action),
        AuditWords.Text(entry.Entity),
        entry.EntityId,
        HrefOf(entry),
        AuditBody.Read(entry.Body));

    // Administrators see no client accounts, so what they can open are people.
    private static string? HrefOf(AuditEntry entry) => entry.Entity switch
    {
        "User" when entry.EntityId != SystemUser.Id => $"/admin/users/{Uri.EscapeDataString(entry.EntityId)}",
        "Settings" or nameof(PaymentType) => "/admin/settings",
        _ => null,
    };
}
