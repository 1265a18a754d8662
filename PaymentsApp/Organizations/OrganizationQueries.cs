using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.Live;
using PaymentsApp.Security;

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
            visible = await visible.MatchingAsync(access.NameParts(db), list.Search, cancel);
        }

        IReadOnlyList<string> currencies = [];
        List<int> ids;
        if (list.Sort == OrganizationSort.Outstanding)
        {
            currencies = await OrganizationsByOutstanding.CurrenciesAsync(db, cancel);
            var areFew = (list.Search.Length > 0 || !access.SeesAllOrganizations) && await visible.AreFewAsync(Keyset.FewMax, cancel);
            ids = await new OrganizationsByOutstanding(db, visible, currencies, areFew).PageAsync(list.IsDescending, list.Key, list.Size + 1, cancel);
        }
        else
        {
            ids = await InOrder(visible, list).Select(o => o.Id).Take(list.Size + 1).ToListAsync(cancel);
        }

        return Paging.PageOf(await RowsAsync(db, ids, cancel), list.Key, row => KeyOf(row, list.Sort, currencies), size: list.Size);
    }

    private static IQueryable<Organization> InOrder(IQueryable<Organization> rows, OrganizationList list)
    {
        var isDescending = list.IsDescending != list.Key is { IsBackwards: true };
        (string, int)? beyond = list.Key?.IdAsNumber() is { } id ? (list.Key.Value, id) : null;
        return list.Sort switch
        {
            OrganizationSort.Name => rows.InOrder(o => o.SearchName, o => o.Id, isDescending, beyond),
            OrganizationSort.CustomerNumber => rows.InOrder(o => o.CustomerNumber, o => o.Id, isDescending, beyond),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list.Sort, "Not a column of an organization."),
        };
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
        var held = await HoldReading.OfAsync(db, ids, clock.Today, cancel);

        return
        [
            .. ids.Where(organizations.ContainsKey).Select(id => new OrganizationRow(
                id,
                organizations[id].Name,
                organizations[id].CustomerNumber,
                organizations[id].Owner,
                balances[id].Sum(b => b.OpenCount),
                new MoneyPerCurrency(balances[id].Select(b => new Money(b.OutstandingMinor, b.Currency))),
                overdue.GetValueOrDefault(id, MoneyPerCurrency.None),
                held.ContainsKey(id))),
        ];
    }

    private static (string Value, string Id) KeyOf(OrganizationRow row, OrganizationSort sort, IReadOnlyList<string> currencies) => sort switch
    {
        OrganizationSort.CustomerNumber => PageKey.At(row.CustomerNumber, row.Id),
        OrganizationSort.Outstanding => OrganizationsByOutstanding.KeyOf(row.Outstanding, row.Id, currencies),
        _ => PageKey.At(SearchText.Normalize(row.Name), row.Id),
    };
}
