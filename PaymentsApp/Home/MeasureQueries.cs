using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Data.Past;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Home;

/// <summary>
/// Finance's measures. They read invoices and payments of the last months, so they are asked for beside the start page and not with each change.
/// </summary>
public sealed class MeasureQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>Days of invoices that the average counts.</summary>
    public const int BilledDays = 90;

    /// <summary>Days of receipts that the effectiveness counts.</summary>
    public const int CollectedDays = 30;

    // What is open is older than a year where counting back would not end.
    private const int BackDaysMax = 360;

    /// <summary>For people with Finance; null for others, and while nothing was billed or received.</summary>
    public async Task<Measures?> ReadAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await currentUser.FindAsync(Permission.ViewAccounts, db, cancel) is not { SeesAllOrganizations: true } || await CurrencyAsync(db, cancel) is not { } currency)
        {
            return null;
        }

        var today = clock.Today;
        var due = await db.DueBalances.Where(balance => balance.Currency == currency && balance.OpenCount > 0)
            .Select(balance => new { balance.DueOn, balance.OutstandingMinor }).ToListAsync(cancel);
        var open = due.Sum(balance => balance.OutstandingMinor);
        var overdue = due.Where(balance => balance.DueOn < today).Sum(balance => balance.OutstandingMinor);
        var since = today.AddDays(1 - CollectedDays);
        var collected = await db.ReceivedBalances.Where(balance => balance.Currency == currency && balance.ReceivedOn >= since && balance.ReceivedOn <= today)
            .SumAsync(balance => balance.ReceivedMinor - balance.UnappliedMinor, cancel);
        var weekFrom = today.AddDays(-(((int)today.DayOfWeek + 6) % 7)); // Monday
        var monthFrom = new DateOnly(today.Year, today.Month, 1);
        return new Measures(
            currency,
            CollectionMeasures.DaysOutstanding(open, (await BilledAsync(db, currency, today.AddDays(1 - BilledDays), today, cancel)).Values.Sum(), BilledDays),
            await CountedBackAsync(db, currency, open, today, cancel),
            CollectionMeasures.Effectiveness(collected, overdue),
            await ByTypeAsync(db, today, weekFrom, monthFrom, cancel), weekFrom, monthFrom, clock.LocalOf(clock.Now));
    }

    /// <summary>Days outstanding as of a past day, from the facts; null for people without Finance and where nothing was billed.</summary>
    public async Task<int?> DaysOutstandingAsync(DateOnly on, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await currentUser.FindAsync(Permission.ViewAccounts, db, cancel) is not { SeesAllOrganizations: true } || await CurrencyAsync(db, cancel) is not { } currency)
        {
            return null;
        }

        var open = await db.OpenParts(new AsOf(on)).Where(part => part.Currency == currency).SumAsync(part => part.AmountMinor, cancel);
        return CollectionMeasures.DaysOutstanding(open, (await BilledAsync(db, currency, on.AddDays(1 - BilledDays), on, cancel)).Values.Sum(), BilledDays);
    }

    // The company's own, if anything was billed in it; otherwise that of most open invoices.
    private static async Task<string?> CurrencyAsync(AppDbContext db, CancellationToken cancel)
    {
        var counts = await db.DueBalances.GroupBy(balance => balance.Currency)
            .Select(group => new { Currency = group.Key, Count = group.Sum(balance => balance.OpenCount) }).ToListAsync(cancel);
        var own = await db.CompanySettings.Select(settings => settings.Currency).SingleOrDefaultAsync(cancel);
        return counts.OrderByDescending(count => count.Currency == own).ThenByDescending(count => count.Count).ThenBy(count => count.Currency).FirstOrDefault()?.Currency;
    }

    private static Task<Dictionary<DateOnly, long>> BilledAsync(AppDbContext db, string currency, DateOnly from, DateOnly to, CancellationToken cancel) => db.Invoices
        .Where(invoice => invoice.IssuedOn >= from && invoice.IssuedOn <= to && invoice.Currency == currency)
        .GroupBy(invoice => invoice.IssuedOn)
        .Select(group => new { On = group.Key, Minor = group.Sum(invoice => invoice.TotalMinor) })
        .ToDictionaryAsync(sum => sum.On, sum => sum.Minor, cancel);

    // A month at a time: most often two or three are enough.
    private static async Task<int?> CountedBackAsync(AppDbContext db, string currency, long open, DateOnly today, CancellationToken cancel)
    {
        const int step = 30;
        List<long> days = [];
        for (var back = 0; back < BackDaysMax; back += step)
        {
            var billed = await BilledAsync(db, currency, today.AddDays(1 - back - step), today.AddDays(-back), cancel);
            days.AddRange(Enumerable.Range(back, step).Select(day => billed.GetValueOrDefault(today.AddDays(-day))));
            if (CollectionMeasures.DaysCountedBack(open, days) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<ReceivedOfType>> ByTypeAsync(AppDbContext db, DateOnly today, DateOnly weekFrom, DateOnly monthFrom, CancellationToken cancel)
    {
        var from = weekFrom < monthFrom ? weekFrom : monthFrom;
        var sums = await db.Payments
            .Where(payment => payment.ReceivedOn >= from && payment.ReceivedOn <= today && payment.WithdrawnMinor == 0)
            .GroupBy(payment => new { payment.PaymentTypeId, payment.Currency, payment.ReceivedOn })
            .Select(group => new { group.Key.PaymentTypeId, group.Key.Currency, group.Key.ReceivedOn, Minor = group.Sum(payment => payment.AmountMinor) })
            .ToListAsync(cancel);
        var names = await db.PaymentTypes.ToDictionaryAsync(type => type.Id, type => (type.Name, type.SortOrder), cancel);
        return
        [
            .. from sum in sums
               group sum by (sum.PaymentTypeId, sum.Currency) into days
               let type = names[days.Key.PaymentTypeId]
               orderby type.SortOrder, days.Key.Currency
               let since = (Func<DateOnly, Money>)(day => new Money(days.Where(sum => sum.ReceivedOn >= day).Sum(sum => sum.Minor), days.Key.Currency))
               select new ReceivedOfType(days.Key.PaymentTypeId, type.Name, since(today), since(weekFrom), since(monthFrom)),
        ];
    }
}
