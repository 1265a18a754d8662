using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

#pragma warning disable CA1309 // string.Compare becomes a comparison in SQL, where both databases compare by code unit
namespace PaymentsApp.Organizations;

/// <summary>The list of organizations: all for Finance, their own clients for sales reps.</summary>
public sealed class OrganizationQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    /// <summary>One page of the list.</summary>
    public async Task<Page<OrganizationRow>> PageAsync(OrganizationList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => PageAsync(db, access, list, cancel), cancel);
    }

    private async Task<Page<OrganizationRow>> PageAsync(AppDbContext db, Access access, OrganizationList list, CancellationToken cancel)
    {
        var visible = access.VisibleOrganizations(db);
        if (list.Search.Length > 0)
        {
            visible = visible.Matching(list.Search);
        }

        var isDescending = list.IsDescending != list.Key is { IsBackwards: true };
        (string, int)? beyond = list.Key?.IdAsNumber() is { } id ? (list.Key.Value, id) : null;
        var ids = list.Sort switch
        {
            OrganizationSort.Name => await visible.InOrder(o => o.SearchName, o => o.Id, isDescending, beyond)
                .Select(o => o.Id).Take(Paging.Size + 1).ToListAsync(cancel),
            OrganizationSort.CustomerNumber => await visible.InOrder(o => o.CustomerNumber, o => o.Id, isDescending, beyond)
                .Select(o => o.Id).Take(Paging.Size + 1).ToListAsync(cancel),
            OrganizationSort.Outstanding => await ByOutstandingAsync(
                db, visible, isNarrow: list.Search.Length > 0 || !access.SeesAllOrganizations, isDescending, list.Key, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list.Sort, "Not a column."),
        };
        return Paging.PageOf(await RowsAsync(db, ids, cancel), list.Key, row => KeyOf(row, list.Sort));
    }

    // Two stretches of one list: organizations by their largest balance, and those that owe nothing by their id.
    private static async Task<List<int>> ByOutstandingAsync(
        AppDbContext db, IQueryable<Organization> visible, bool isNarrow, bool isDescending, PageKey? key, CancellationToken cancel)
    {
        // Of few the balances are looked up; those of many are met often enough on the walk along all balances.
        var few = isNarrow ? await visible.Select(o => o.Id).FewAsync(cancel) : null;
        var balances = few is null
            ? db.OrganizationBalances.Where(b => visible.Any(o => o.Id == b.OrganizationId))
            : db.OrganizationBalances.Where(b => EF.Parameter(few).Contains(b.OrganizationId));
        (long Minor, int Id)? beyond = key?.ValueAsNumber() is { } minor && key.IdAsNumber() is { } id ? (minor, id) : null;
        var isAmongZeros = beyond is { Minor: 0 };
        List<int> ids = [];
        if (isDescending)
        {
            if (!isAmongZeros)
            {
                ids.AddRange(await OwingAsync(beyond));
            }

            ids.AddRange(await OwingNothingAsync(isAmongZeros ? beyond : null));
        }
        else
        {
            if (beyond is null || isAmongZeros)
            {
                ids.AddRange(await OwingNothingAsync(beyond));
            }

            ids.AddRange(await OwingAsync(isAmongZeros ? null : beyond));
        }

        return ids;

        Task<List<int>> OwingAsync((long, int)? from) => ids.Count > Paging.Size
            ? Task.FromResult<List<int>>([])
            : balances
                .Where(b => b.OutstandingMinor > 0
                    && !db.OrganizationBalances.Any(other => other.OrganizationId == b.OrganizationId
                        && (other.OutstandingMinor > b.OutstandingMinor
                            || (other.OutstandingMinor == b.OutstandingMinor && string.Compare(other.Currency, b.Currency) > 0))))
                .InOrder(b => b.OutstandingMinor, b => b.OrganizationId, isDescending, from)
                .Select(b => b.OrganizationId).Take(Paging.Size + 1 - ids.Count).ToListAsync(cancel);

        Task<List<int>> OwingNothingAsync((long Minor, int Id)? from) => ids.Count > Paging.Size
            ? Task.FromResult<List<int>>([])
            : visible
                .Where(o => !db.OrganizationBalances.Any(b => b.OrganizationId == o.Id && b.OutstandingMinor > 0))
                .InOrder(o => o.Id, o => o.Id, isDescending, from is { } place ? (place.Id, place.Id) : null)
                .Select(o => o.Id).Take(Paging.Size + 1 - ids.Count).ToListAsync(cancel);
    }

    private async Task<List<OrganizationRow>> RowsAsync(AppDbContext db, List<int> ids, CancellationToken cancel)
    {
        var organizations = await db.Organizations
            .Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.CustomerNumber,
                Owner = db.Users.Where(user => user.Id == o.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
            })
            .ToDictionaryAsync(o => o.Id, cancel);
        var balances = (await db.OrganizationBalances
                .Where(b => EF.Parameter(ids).Contains(b.OrganizationId) && b.OutstandingMinor > 0)
                .Select(b => new { b.OrganizationId, b.Currency, b.OutstandingMinor, b.OpenCount })
                .ToListAsync(cancel))
            .ToLookup(b => b.OrganizationId);
        var overdue = await OrganizationSums.OverdueAsync(db, ids, clock.Today, cancel);

        return
        [
            .. ids.Where(organizations.ContainsKey).Select(id => new OrganizationRow(
                id,
                organizations[id].Name,
                organizations[id].CustomerNumber,
                organizations[id].Owner,
                balances[id].Sum(b => b.OpenCount),
                new MoneyPerCurrency(balances[id].Select(b => new Money(b.OutstandingMinor, b.Currency))),
                overdue.GetValueOrDefault(id, MoneyPerCurrency.None))),
        ];
    }

    private static (string Value, string Id) KeyOf(OrganizationRow row, OrganizationSort sort) => sort switch
    {
        OrganizationSort.CustomerNumber => PageKey.At(row.CustomerNumber, row.Id),
        OrganizationSort.Outstanding => PageKey.At(row.Outstanding.Select(amount => amount.Minor).DefaultIfEmpty(0).Max(), row.Id),
        _ => PageKey.At(SearchText.Normalize(row.Name), row.Id),
    };
}
