using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Data.Past;
using PaymentsApp.Domain;
using PaymentsApp.Organizations;
using PaymentsApp.Security;

namespace PaymentsApp.Collection.Outstanding;

// As of a past date, and as known at a past moment.
public sealed partial class OutstandingQueries
{
    private const int OpenItemsMax = 100;

    /// <summary>Computes what everybody whom the person sees owed at a moment.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="progress">Told now and then, from 0 to 100; null: nobody waits for it.</param>
    /// <param name="cancel">Stops computing.</param>
    public async Task<PastOutstanding> PastAsync(AsOf at, IProgress<int>? progress, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var bounds = await db.AgingBoundsAsync(cancel);
        var visible = access.SeesAllOrganizations ? null : await access.VisibleOrganizations(db).Select(o => o.Id).ToHashSetAsync(cancel);
        var expected = Math.Max(1, await db.OrganizationBalances.SumAsync(b => b.OpenCount, cancel)); // about as many lines as there are open invoices now
        var days = db.OpenParts(at)
            .GroupBy(part => new { part.OrganizationId, part.Currency, part.DueOn })
            .Select(parts => new { parts.Key.OrganizationId, parts.Key.Currency, parts.Key.DueOn, Minor = parts.Sum(part => part.AmountMinor) })
            .Where(day => day.Minor != 0);
        Dictionary<(int, string), long[]> sums = [];
        Dictionary<int, DateOnly> oldest = [];
        var read = 0;
        await foreach (var day in days.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (++read % 5_000 == 0)
            {
                progress?.Report(Math.Min(99, (int)(read * 100L / expected)));
            }

            if (visible?.Contains(day.OrganizationId) == false)
            {
                continue;
            }

            var key = (day.OrganizationId, day.Currency);
            if (!sums.TryGetValue(key, out var parts))
            {
                sums.Add(key, parts = new long[AgingBounds.Count]);
            }

            parts[bounds.PartOf(at.On.DayNumber - day.DueOn.DayNumber)] += day.Minor;
            if (!oldest.TryGetValue(day.OrganizationId, out var first) || day.DueOn < first)
            {
                oldest[day.OrganizationId] = day.DueOn;
            }
        }

        return new PastOutstanding(
            at, bounds, [.. sums.Select(sum => new AgedSum(sum.Key.Item1, sum.Key.Item2, sum.Value[0], sum.Value[1], sum.Value[2], sum.Value[3], sum.Value[4]))], oldest);
    }

    /// <summary>One page of a past report, with the sums over all of it that the list asks for.</summary>
    public async Task<(Page<OutstandingRow> Page, OutstandingTotals Totals)> PastPageAsync(PastOutstanding past, OutstandingList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var visible = await VisibleAsync(db, access, list, cancel);
        var names = await visible.OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(cancel); // rights are read anew
        var place = names.Index().ToDictionary(name => name.Item, name => name.Index);
        var sums = past.Sums.Where(sum => place.ContainsKey(sum.OrganizationId)).ToList();
        if (list.IsOverdueOnly)
        {
            var late = sums.Where(sum => sum.Overdue != 0).Select(sum => sum.OrganizationId).ToHashSet();
            sums = [.. sums.Where(sum => late.Contains(sum.OrganizationId))];
        }

        var currencies = list.Sort is OutstandingSort.Outstanding or OutstandingSort.Overdue ? await OrganizationsByOutstanding.CurrenciesAsync(db, cancel) : [];
        var order = InOrder(past, sums, list, currencies, place);
        var from = list.Key?.IdAsNumber() is { } id ? order.IndexOf(id) : -1;
        var isBackwards = list.Key is { IsBackwards: true };
        List<int> ids = isBackwards
            ? [.. order.Take(Math.Max(0, from)).Reverse().Take(list.Size + 1)]
            : [.. order.Skip(from + 1).Take(list.Size + 1)];
        var rows = await OutstandingRows.PastAsync(db, ids, past, cancel);
        return (Paging.PageOf(rows, list.Key, row => PageKey.At("-", row.Id), size: list.Size), TotalsOf(sums, past.Bounds));
    }

    /// <summary>The open invoices of one organization by due day, the first hundred; none of one that the person does not see.</summary>
    /// <param name="organizationId">Whose.</param>
    /// <param name="at">The moment; null: now.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<OpenItemRow>> OpenInvoicesAsync(int organizationId, AsOf? at, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var invoices = access.VisibleInvoices(db).Where(i => i.OrganizationId == organizationId);
        var today = at?.On ?? clock.Today;
        var open = at is { } moment
            ? db.OpenInvoices(moment, organizationId).Select(line => new { Id = line.InvoiceId, Minor = line.OutstandingMinor })
            : db.Invoices.Where(i => i.OrganizationId == organizationId && i.OutstandingMinor > 0).Select(i => new { i.Id, Minor = i.OutstandingMinor });
        var rows = await (
            from i in invoices
            join line in open on i.Id equals line.Id
            orderby i.DueOn, i.Id
            select new { i.Id, i.Number, i.IssuedOn, i.DueOn, i.Currency, i.TotalMinor, line.Minor }).Take(OpenItemsMax).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new OpenItemRow(
                row.Id, row.Number, row.IssuedOn, row.DueOn, Math.Max(0, today.DayNumber - row.DueOn.DayNumber), new Money(row.TotalMinor, row.Currency), new Money(row.Minor, row.Currency))),
        ];
    }

    private static List<int> InOrder(
        PastOutstanding past, List<AgedSum> sums, OutstandingList list, IReadOnlyList<string> currencies, Dictionary<int, int> place)
    {
        var organizations = sums.ToLookup(sum => sum.OrganizationId);
        var ids = organizations.Select(group => group.Key);
        IEnumerable<int> ordered = list.Sort switch
        {
            OutstandingSort.Outstanding => ByAmount(sum => sum.Total),
            OutstandingSort.Overdue => ByAmount(sum => sum.Overdue),
            OutstandingSort.Oldest => list.IsDescending
                ? ids.OrderByDescending(past.OldestOf).ThenByDescending(id => id)
                : ids.OrderBy(past.OldestOf).ThenBy(id => id),
            _ => list.IsDescending ? ids.OrderByDescending(id => place[id]) : ids.OrderBy(id => place[id]),
        };
        return [.. ordered];

        // Currency by currency; an organization stands where its first one is.
        IEnumerable<int> ByAmount(Func<AgedSum, long> amount)
        {
            var rank = currencies.Index().ToDictionary(currency => currency.Item, currency => currency.Index);
            var stretches = ids.Select(id => (Id: id, First: organizations[id].Where(sum => amount(sum) != 0)
                    .Select(sum => (Rank: rank.GetValueOrDefault(sum.Currency, rank.Count), Minor: amount(sum)))
                    .DefaultIfEmpty((Rank: int.MaxValue, Minor: 0)).MinBy(sum => sum.Rank)))
                .OrderBy(row => row.First.Rank);
            return (list.IsDescending ? stretches.ThenByDescending(row => row.First.Minor).ThenByDescending(row => row.Id) : stretches.ThenBy(row => row.First.Minor).ThenBy(row => row.Id))
                .Select(row => row.Id);
        }
    }
}
