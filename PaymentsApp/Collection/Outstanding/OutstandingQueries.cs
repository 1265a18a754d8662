using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Organizations;
using PaymentsApp.Security;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>Who owes what: all organizations for Finance, their own clients for sales reps.</summary>
public sealed partial class OutstandingQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    /// <summary>One page of those who owe something now. Whatever moment the list names is not looked at, see <see cref="PastAsync"/>.</summary>
    public async Task<Page<OutstandingRow>> PageAsync(OutstandingList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => PageAsync(db, access, list, cancel), cancel);
    }

    /// <summary>The sums over the whole list, as it is now.</summary>
    public async Task<OutstandingTotals> TotalsAsync(OutstandingList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var filter = list with { Key = null, Sort = OutstandingSort.Name, IsDescending = false };
        return await reads.ReadAsync(db, access.Scope, (filter, clock.Today), (db, cancel) => TotalsAsync(db, access, filter, cancel), cancel);
    }

    /// <summary>The ids of what was ticked, as far as the person sees it and it owes something now; in the order of the names.</summary>
    public async Task<IReadOnlyList<int>> IdsAsync(OutstandingSelection selection, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var debtors = await DebtorsAsync(db, access, selection.List, cancel);
        var ids = selection.Ids.ToList();
        debtors = selection.IsAll ? debtors.Where(o => !EF.Parameter(ids).Contains(o.Id)) : debtors.Where(o => EF.Parameter(ids).Contains(o.Id));
        return await debtors.OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(cancel);
    }

    /// <summary>The sales reps who own clients that the person sees, by name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> OwnersAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var visible = access.VisibleOrganizations(db);
        var owners = await db.Users.Where(user => visible.Any(o => o.OwnerId == user.Id))
            .OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancel);
        return [.. owners.Select(owner => (owner.Id, owner.DisplayName))];
    }

    private async Task<Page<OutstandingRow>> PageAsync(AppDbContext db, Access access, OutstandingList list, CancellationToken cancel)
    {
        var debtors = await DebtorsAsync(db, access, list, cancel);
        var currencies = list.Sort is OutstandingSort.Outstanding or OutstandingSort.Overdue ? await OrganizationsByOutstanding.CurrenciesAsync(db, cancel) : [];
        var isEverybody = access.SeesAllOrganizations && !list.IsFiltered;
        var count = list.Size + 1;
        var isDescending = list.IsDescending != list.Key is { IsBackwards: true };
        var ids = list.Sort switch
        {
            OutstandingSort.Outstanding => await new OrganizationsByOutstanding(
                    db, debtors, currencies, areFew: !isEverybody && await debtors.AreFewAsync(Keyset.FewMax, cancel), owingOnly: true)
                .PageAsync(list.IsDescending, list.Key, count, cancel),
            OutstandingSort.Overdue => await new DebtorsByOverdue(db, debtors, isEverybody, currencies, clock.Today)
                .PageAsync(list.IsDescending, list.Key, count, cancel),
            OutstandingSort.Oldest => await OpenOf(db, isEverybody ? null : debtors)
                .GroupBy(i => i.OrganizationId).Select(invoices => new { Id = invoices.Key, DueOn = invoices.Min(i => i.DueOn) })
                .InOrder(oldest => oldest.DueOn, oldest => oldest.Id, isDescending, list.Key?.ValueAsDate() is { } day && list.Key.IdAsNumber() is { } id ? (day, id) : null)
                .Select(oldest => oldest.Id).Take(count).ToListAsync(cancel),
            _ => await debtors.InOrder(o => o.SearchName, o => o.Id, isDescending, list.Key?.IdAsNumber() is { } id ? (list.Key.Value, id) : null)
                .Select(o => o.Id).Take(count).ToListAsync(cancel),
        };
        var rows = await OutstandingRows.LiveAsync(db, ids, clock.Today, cancel);
        return Paging.PageOf(rows, list.Key, row => KeyOf(row, list.Sort, currencies), size: list.Size);
    }

    // Answered from the index over the open invoices of each organization, which has their due days.
    private static IQueryable<Invoice> OpenOf(AppDbContext db, IQueryable<Organization>? debtors)
    {
        var open = db.Invoices.Where(i => i.OutstandingMinor > 0);
        return debtors is null ? open : open.Where(i => debtors.Select(o => o.Id).Contains(i.OrganizationId));
    }

    private static async Task<IQueryable<Organization>> VisibleAsync(AppDbContext db, Access access, OutstandingList list, CancellationToken cancel)
    {
        var visible = access.VisibleOrganizations(db);
        visible = list.OwnerId is { } owner ? visible.Where(o => o.OwnerId == owner) : visible;
        return list.Search.Length > 0 ? await visible.MatchingAsync(access.NameParts(db), list.Search, cancel) : visible;
    }

    private async Task<IQueryable<Organization>> DebtorsAsync(AppDbContext db, Access access, OutstandingList list, CancellationToken cancel)
    {
        var today = clock.Today;
        var visible = await VisibleAsync(db, access, list, cancel);
        return list.IsOverdueOnly
            ? visible.Where(o => db.Invoices.Any(i => i.OrganizationId == o.Id && i.OutstandingMinor > 0 && i.DueOn < today))
            : visible.Where(o => db.OrganizationBalances.Any(b => b.OrganizationId == o.Id && b.OutstandingMinor > 0));
    }

    private async Task<OutstandingTotals> TotalsAsync(AppDbContext db, Access access, OutstandingList list, CancellationToken cancel)
    {
        var bounds = await db.AgingBoundsAsync(cancel);
        if (access.SeesAllOrganizations && !list.IsFiltered)
        {
            var days = await db.DueBalances.Where(b => b.OpenCount > 0).ToListAsync(cancel);
            return new OutstandingTotals(
                [.. days.GroupBy(day => day.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => AgingOf(group, bounds, clock.Today))], null);
        }

        var debtors = await DebtorsAsync(db, access, list, cancel);
        var sums = await OutstandingRows.SumsAsync(
            db.Invoices.Where(i => i.OutstandingMinor > 0 && debtors.Select(o => o.Id).Contains(i.OrganizationId)), bounds, clock.Today, cancel);
        return TotalsOf(sums, bounds);
    }

    private static Aging AgingOf(IGrouping<string, DueBalance> days, AgingBounds bounds, DateOnly today)
    {
        var parts = new long[AgingBounds.Count];
        foreach (var day in days)
        {
            parts[bounds.PartOf(today.DayNumber - day.DueOn.DayNumber)] += day.OutstandingMinor;
        }

        return new Aging(days.Key, parts, bounds);
    }

    private static OutstandingTotals TotalsOf(IReadOnlyCollection<AgedSum> sums, AgingBounds bounds) => new(
        [
            .. sums.GroupBy(sum => sum.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Aging(group.Key, [.. Enumerable.Range(0, AgingBounds.Count).Select(part => group.Sum(sum => sum.Parts[part]))], bounds)),
        ],
        sums.Select(sum => sum.OrganizationId).Distinct().Count());

    private static (string Value, string Id) KeyOf(OutstandingRow row, OutstandingSort sort, IReadOnlyList<string> currencies) => sort switch
    {
        OutstandingSort.Outstanding => OrganizationsByOutstanding.KeyOf(row.Outstanding, row.Id, currencies),
        OutstandingSort.Overdue => DebtorsByOverdue.KeyOf(row.Overdue, row.Id, currencies),
        OutstandingSort.Oldest => PageKey.At(row.OldestDueOn, row.Id),
        _ => PageKey.At(SearchText.Normalize(row.Name), row.Id),
    };
}
