using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Collection;

/// <summary>The open invoices of all client accounts that the person may see.</summary>
public sealed class OpenInvoiceQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    /// <summary>One page of the list.</summary>
    public async Task<Page<OpenInvoiceRow>> PageAsync(OpenInvoiceList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => PageAsync(db, access, list, cancel), cancel);
    }

    /// <summary>The sums over the whole list.</summary>
    public async Task<OpenInvoiceTotals> TotalsAsync(OpenInvoiceList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await reads.ReadAsync(db, access.Scope, (list, clock.Today), (db, cancel) => TotalsAsync(db, access, list, cancel), cancel);
    }

    private async Task<Page<OpenInvoiceRow>> PageAsync(AppDbContext db, Access access, OpenInvoiceList list, CancellationToken cancel)
    {
        var search = await OpenInvoiceSearch.FindAsync(db, access, list.Search, cancel);
        var (rows, areFew) = await NarrowedAsync(search, list, access.SeesAllOrganizations, cancel);
        var ids = list.Sort == OpenInvoiceSort.Organization
            ? await new InvoicesByOrganization(db, access, rows, areFew, list.Size + 1).PageAsync(list, cancel)
            : await InOrder(rows, list).Select(invoice => invoice.Id).Take(list.Size + 1).ToListAsync(cancel);
        return Paging.PageOf(await RowsAsync(db, ids, cancel), list.Key, row => KeyOf(row, list.Sort), size: list.Size);
    }

    private async Task<OpenInvoiceTotals> TotalsAsync(AppDbContext db, Access access, OpenInvoiceList list, CancellationToken cancel)
    {
        var (from, to) = list.DueRange(clock.Today);
        var today = clock.Today;

        var sums = access.SeesAllOrganizations
            ? await db.DueBalances
                .Where(day => day.OpenCount > 0)
                .GroupBy(day => day.Currency)
                .Select(days => new
                {
                    Currency = days.Key,
                    Outstanding = days.Sum(day => day.DueOn >= from && day.DueOn <= to ? day.OutstandingMinor : 0),
                    Overdue = days.Sum(day => day.DueOn >= from && day.DueOn <= to && day.DueOn < today ? day.OutstandingMinor : 0),
                    Count = days.Sum(day => day.DueOn >= from && day.DueOn <= to ? day.OpenCount : 0),
                })
                .ToListAsync(cancel)
            : [];
        string[] currencies = [.. sums.Select(sum => sum.Currency).Order(StringComparer.Ordinal)];

        // Balances are kept by due date alone: what else narrows the list is added up invoice by invoice.
        if (list.Search.Length > 0 || !access.SeesAllOrganizations || list.Filter == OpenInvoiceFilter.PartPaid)
        {
            var search = await OpenInvoiceSearch.FindAsync(db, access, list.Search, cancel);
            // Few or a rep's: then they can be added up. Many of everybody's cannot, in the time that a page has.
            var canBeAdded = search.Few is not null || !access.SeesAllOrganizations
                || (list.Search.Length == 0 && await Filtered(search.Open, list).AreFewAsync(Keyset.FewMax, cancel));
            var found = canBeAdded ? await SumAsync(search, list, cancel) : OpenInvoiceTotals.Unknown;
            return found with { Currencies = currencies };
        }

        var wanted = sums.Where(sum => list.Currency is null || sum.Currency == list.Currency).ToList();
        return new OpenInvoiceTotals(
            new MoneyPerCurrency(wanted.Select(sum => new Money(sum.Outstanding, sum.Currency))),
            new MoneyPerCurrency(wanted.Select(sum => new Money(sum.Overdue, sum.Currency))),
            BoundedCount.Of(wanted.Sum(sum => sum.Count)),
            currencies);
    }

    /// <param name="open">What to filter.</param>
    /// <param name="list">The filter.</param>
    /// <param name="isWalked">
    /// The rows are met on the way along the index of another column: days as numbers, so that no index serves them. SQLite
    /// would begin at the many days and sort what it finds there.
    /// </param>
    private IQueryable<Invoice> Filtered(IQueryable<Invoice> open, OpenInvoiceList list, bool isWalked = false)
    {
        var (from, to) = list.DueRange(clock.Today);
        open = list.Currency is { } currency ? open.Where(invoice => invoice.Currency == currency) : open;
        var (fromDay, toDay) = (from.DayNumber, to.DayNumber);
        return list.Filter switch
        {
            OpenInvoiceFilter.Overdue when isWalked => open.Where(invoice => invoice.DueOn.DayNumber <= toDay),
            OpenInvoiceFilter.DueSoon when isWalked => open.Where(invoice => invoice.DueOn.DayNumber >= fromDay && invoice.DueOn.DayNumber <= toDay),
            OpenInvoiceFilter.Overdue => open.Where(invoice => invoice.DueOn <= to),
            OpenInvoiceFilter.DueSoon => open.Where(invoice => invoice.DueOn >= from && invoice.DueOn <= to),
            OpenInvoiceFilter.PartPaid => open.Where(invoice => invoice.OutstandingMinor < invoice.TotalMinor),
            _ => open,
        };
    }

    // What leaves few invoices is looked up first and sorted then; everything else is met on a walk along the sort index.
    private async Task<(IQueryable<Invoice> Rows, bool AreFew)> NarrowedAsync(
        OpenInvoiceSearch search, OpenInvoiceList list, bool isEverybodys, CancellationToken cancel)
    {
        if (search.Few is { } found)
        {
            return (Filtered(found, list), true);
        }

        var filtered = Filtered(search.Open, list);
        var isFiltered = list.Filter is OpenInvoiceFilter.Overdue or OpenInvoiceFilter.DueSoon || list.Currency is not null;
        if (isFiltered && list.Sort != OpenInvoiceSort.Due)
        {
            if (await filtered.AreFewAsync(Keyset.FewMax, cancel))
            {
                var few = filtered.Select(invoice => invoice.Id);
                return (search.On(search.Open.Where(invoice => few.Contains(invoice.Id))), true);
            }

            if (isEverybodys)
            {
                return (search.On(Filtered(search.Open, list, isWalked: true)), false);
            }
        }

        return (search.On(filtered), false);
    }

    private async Task<OpenInvoiceTotals> SumAsync(OpenInvoiceSearch search, OpenInvoiceList list, CancellationToken cancel)
    {
        var today = clock.Today;
        var (from, to) = list.DueRange(today);
        var rows = search.Few ?? search.On(search.Open);
        var sums = await Filtered(rows, list)
            .Where(invoice => invoice.DueOn >= from && invoice.DueOn <= to) // said for any day too: it leads SQLite to the index over open ones
            .GroupBy(invoice => invoice.Currency)
            .Select(invoices => new
            {
                Currency = invoices.Key,
                Outstanding = invoices.Sum(invoice => invoice.OutstandingMinor),
                Overdue = invoices.Sum(invoice => invoice.DueOn < today ? invoice.OutstandingMinor : 0),
                Count = invoices.Count(),
            })
            .ToListAsync(cancel);
        return new OpenInvoiceTotals(
            new MoneyPerCurrency(sums.Select(sum => new Money(sum.Outstanding, sum.Currency))),
            new MoneyPerCurrency(sums.Select(sum => new Money(sum.Overdue, sum.Currency))),
            BoundedCount.Of(sums.Sum(sum => sum.Count)),
            []);
    }

    private static IQueryable<Invoice> InOrder(IQueryable<Invoice> rows, OpenInvoiceList list)
    {
        var key = list.Key;
        var isDescending = list.IsDescending != key is { IsBackwards: true };
        return list.Sort switch
        {
            OpenInvoiceSort.Due => rows.InOrder(i => i.DueOn, i => i.Id, isDescending, Place(key?.ValueAsDate(), key)),
            OpenInvoiceSort.Issued => rows.InOrder(i => i.IssuedOn, i => i.Id, isDescending, Place(key?.ValueAsDate(), key)),
            OpenInvoiceSort.Total => rows.InOrder(i => i.TotalMinor, i => i.Id, isDescending, Place(key?.ValueAsNumber(), key)),
            OpenInvoiceSort.Outstanding => rows.InOrder(i => i.OutstandingMinor, i => i.Id, isDescending, Place(key?.ValueAsNumber(), key)),
            OpenInvoiceSort.Number => rows.InOrder(
                i => i.NumberKey, i => i.Id, isDescending, key?.IdAsNumber() is { } id ? (key.Value, id) : null),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list.Sort, "Not a column of an invoice."),
        };
    }

    private static (TValue Value, int Id)? Place<TValue>(TValue? value, PageKey? key)
        where TValue : struct =>
        value is { } known && key?.IdAsNumber() is { } id ? (known, id) : null;

    private async Task<List<OpenInvoiceRow>> RowsAsync(AppDbContext db, List<int> ids, CancellationToken cancel)
    {
        var today = clock.Today;
        var rows = await (
            from i in db.Invoices
            where EF.Parameter(ids).Contains(i.Id)
            join o in db.Organizations on i.OrganizationId equals o.Id
            select new OpenInvoiceRow(
                i.Id, i.Number, o.Id, o.Name, o.CustomerNumber, i.IssuedOn, i.DueOn,
                InvoiceStatuses.DaysOverdue(i.OutstandingMinor, i.DueOn, today),
                new Money(i.TotalMinor, i.Currency), new Money(i.OutstandingMinor, i.Currency),
                InvoiceStatuses.Of(i.OutstandingMinor, i.TotalMinor)))
            .ToDictionaryAsync(row => row.Id, cancel);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static (string Value, string Id) KeyOf(OpenInvoiceRow row, OpenInvoiceSort sort) => sort switch
    {
        OpenInvoiceSort.Number => PageKey.At(SearchText.Key(row.Number), row.Id),
        OpenInvoiceSort.Issued => PageKey.At(row.IssuedOn, row.Id),
        OpenInvoiceSort.Total => PageKey.At(row.Total.Minor, row.Id),
        OpenInvoiceSort.Outstanding => PageKey.At(row.Outstanding.Minor, row.Id),
        _ => PageKey.At(row.DueOn, row.Id),
    };
}
