using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Invoicing.Lists;

/// <summary>All invoices that the person may see, paid ones too.</summary>
public sealed class InvoiceListQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    public async Task<Page<InvoiceListRow>> PageAsync(InvoiceList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => PageAsync(db, access, list, cancel), cancel);
    }

    /// <summary>What is open of all the list's invoices; null where too many match a search to be added up.</summary>
    public async Task<MoneyPerCurrency?> OutstandingAsync(InvoiceList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => OutstandingAsync(db, access, list, cancel), cancel);
    }

    private async Task<Page<InvoiceListRow>> PageAsync(AppDbContext db, Access access, InvoiceList list, CancellationToken cancel)
    {
        var visible = access.InvoicesOfVisible(db);
        if (!access.SeesAllOrganizations && !await visible.AreFewAsync(cancel))
        {
            visible = access.VisibleInvoices(db); // a rep's many are met often enough on the walk along all
        }

        var rows = Filtered(visible, list.Filter);
        if (list.Search.Length > 0)
        {
            var search = InvoiceSearch.Of(db, access, list.Search);
            rows = await search.FewAsync(db.Invoices, cancel) is { } toFew ? toFew(rows) : search.Matching(rows);
        }

        var ids = await InOrder(rows, list).Select(invoice => invoice.Id).Take(Paging.Size + 1).ToListAsync(cancel);
        return Paging.PageOf(await RowsAsync(db, ids, cancel), list.Key, row => KeyOf(row, list.Sort));
    }

    private async Task<MoneyPerCurrency?> OutstandingAsync(AppDbContext db, Access access, InvoiceList list, CancellationToken cancel)
    {
        if (list.Filter == InvoiceFilter.Paid)
        {
            return MoneyPerCurrency.None;
        }

        var today = clock.Today;
        if (list.Search.Length == 0 && access.SeesAllOrganizations)
        {
            var days = db.DueBalances.Where(day => day.OpenCount > 0 && (list.Filter != InvoiceFilter.Overdue || day.DueOn < today));
            return Sums(await days.GroupBy(day => day.Currency)
                .Select(group => new { group.Key, Minor = group.Sum(day => day.OutstandingMinor) })
                .ToDictionaryAsync(sum => sum.Key, sum => sum.Minor, cancel));
        }

        var open = Filtered(access.InvoicesOfVisible(db).Where(invoice => invoice.OutstandingMinor > 0), list.Filter);
        if (list.Search.Length > 0)
        {
            if (await InvoiceSearch.Of(db, access, list.Search).FewAsync(db.Invoices, cancel) is not { } toFew)
            {
                return null;
            }

            open = toFew(open);
        }

        return Sums(await open.GroupBy(invoice => invoice.Currency)
            .Select(group => new { group.Key, Minor = group.Sum(invoice => invoice.OutstandingMinor) })
            .ToDictionaryAsync(sum => sum.Key, sum => sum.Minor, cancel));
    }

    private IQueryable<Invoice> Filtered(IQueryable<Invoice> invoices, InvoiceFilter filter)
    {
        var today = clock.Today;
        return filter switch
        {
            InvoiceFilter.Open => invoices.Where(invoice => invoice.OutstandingMinor > 0),
            InvoiceFilter.Overdue => invoices.Where(invoice => invoice.OutstandingMinor > 0 && invoice.DueOn < today),
            InvoiceFilter.Paid => invoices.Where(invoice => invoice.OutstandingMinor == 0),
            _ => invoices,
        };
    }

    private static IQueryable<Invoice> InOrder(IQueryable<Invoice> rows, InvoiceList list)
    {
        var key = list.Key;
        var id = key?.IdAsNumber();
        var isDescending = list.IsDescending != key is { IsBackwards: true };
        (DateOnly, int)? day = key?.ValueAsDate() is { } date && id is { } dayId ? (date, dayId) : null;
        return list.Sort switch
        {
            InvoiceSort.Issued => rows.InOrder(invoice => invoice.IssuedOn, invoice => invoice.Id, isDescending, day),
            InvoiceSort.Due => rows.InOrder(invoice => invoice.DueOn, invoice => invoice.Id, isDescending, day),
            InvoiceSort.Total => rows.InOrder(
                invoice => invoice.TotalMinor, invoice => invoice.Id, isDescending, key?.ValueAsNumber() is { } minor && id is { } totalId ? (minor, totalId) : null),
            InvoiceSort.Number => rows.InOrder(
                invoice => invoice.NumberKey, invoice => invoice.Id, isDescending, key is not null && id is { } numberId ? (key.Value, numberId) : null),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list.Sort, "Not a column."),
        };
    }

    private async Task<List<InvoiceListRow>> RowsAsync(AppDbContext db, List<int> ids, CancellationToken cancel)
    {
        var today = clock.Today;
        var rows = await (
            from invoice in db.Invoices
            where EF.Parameter(ids).Contains(invoice.Id)
            join organization in db.Organizations on invoice.OrganizationId equals organization.Id
            select new InvoiceListRow(
                invoice.Id,
                invoice.Number,
                organization.Id,
                organization.Name,
                invoice.IssuedOn,
                invoice.DueOn,
                InvoiceStatuses.DaysOverdue(invoice.OutstandingMinor, invoice.DueOn, today),
                new Money(invoice.TotalMinor, invoice.Currency),
                new Money(invoice.OutstandingMinor, invoice.Currency),
                InvoiceStatuses.Of(invoice.OutstandingMinor, invoice.TotalMinor)))
            .ToDictionaryAsync(row => row.Id, cancel);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static (string Value, string Id) KeyOf(InvoiceListRow row, InvoiceSort sort) => sort switch
    {
        InvoiceSort.Due => PageKey.At(row.DueOn, row.Id),
        InvoiceSort.Number => PageKey.At(SearchText.Key(row.Number), row.Id),
        InvoiceSort.Total => PageKey.At(row.Total.Minor, row.Id),
        _ => PageKey.At(row.IssuedOn, row.Id),
    };

    private static MoneyPerCurrency Sums(Dictionary<string, long> minorPerCurrency) =>
        new(minorPerCurrency.Select(sum => new Money(sum.Value, sum.Key)));
}
