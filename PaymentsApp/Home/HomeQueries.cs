using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Home;

/// <summary>
/// The figures of the start page. Amounts come from balances the database keeps by due day, by day of receipt and by organization,
/// so that no invoice is read; a rep's payments are read over an index and within a few days.
/// </summary>
public sealed class HomeQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How far "lately" reaches back on a rep's page.</summary>
    public const int LatelyDays = 30;

    /// <summary>How far Finance's "received" looks back. Not "this week": that says nothing on its first morning.</summary>
    public const int ReceivedDays = 7;

    /// <summary>Days of the chart of receipts.</summary>
    public const int ChartDays = 30;

    /// <summary>So long something counts as newly overdue.</summary>
    public const int NewDays = 7;

    private const int LinesMax = 8;

    /// <summary>For people with Finance; null for others.</summary>
    public async Task<FinanceFigures?> FinanceAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await currentUser.FindAsync(Permission.ViewAccounts, db, cancel) is not { SeesAllOrganizations: true })
        {
            return null;
        }

        var today = clock.Today;
        var since = today.AddDays(1 - ReceivedDays);
        var received = await db.ReceivedBalances.Where(b => b.ReceivedOn >= since)
            .Select(b => new { b.Currency, b.ReceivedOn, Minor = b.ReceivedMinor })
            .ToListAsync(cancel);
        var due = await db.DueBalances.Where(b => b.OpenCount > 0).ToListAsync(cancel);
        var unapplied = await db.ReceivedBalances
            .GroupBy(b => b.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(b => b.UnappliedMinor) })
            .ToListAsync(cancel);
        var overdue = due.Where(b => b.DueOn < today).ToList();
        var order = await OrderAsync(db, due.GroupBy(b => b.Currency).ToDictionary(group => group.Key, group => group.Sum(b => (long)b.OpenCount)), cancel);
        var first = AgingOf(due, today, AgingBounds.Default, order).FirstOrDefault()?.Currency ?? await db.CompanySettings.Select(settings => settings.Currency).SingleOrDefaultAsync(cancel) ?? "USD";
        return new(
            order.Sums(received.Where(r => r.ReceivedOn == today), r => r.Currency, r => r.Minor),
            order.Sums(received, r => r.Currency, r => r.Minor),
            order.Sums(due, b => b.Currency, b => b.OutstandingMinor),
            order.Sums(overdue, b => b.Currency, b => b.OutstandingMinor),
            overdue.Sum(b => b.OpenCount),
            order.Sums(unapplied, u => u.Currency, u => u.Minor),
            AgingOf(due, today, await db.AgingBoundsAsync(cancel), order),
            await RecentAsync(db, db.Payments.OrderByDescending(p => p.Number), cancel))
        {
            ByDay = await ByDayAsync(db, first, today, cancel),
            Debtors = await DebtorsAsync(db, first, cancel),
            Today = today,
        };
    }

    /// <summary>For people who see their own client accounts; null for those who see none.</summary>
    public async Task<ClientFigures?> ClientsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await currentUser.FindAsync(Permission.ViewAccounts, db, cancel) is not { } access)
        {
            return null;
        }

        var today = clock.Today;
        var clients = access.VisibleOrganizations(db);
        var outstanding = await clients
            .Join(db.OrganizationBalances, o => o.Id, b => b.OrganizationId, (_, b) => b)
            .GroupBy(b => b.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(b => b.OutstandingMinor), Count = group.Sum(b => b.OpenCount) })
            .ToListAsync(cancel);
        var overdue = await clients
            .SelectMany(
                o => db.Invoices.Where(i => i.OrganizationId == o.Id && i.OutstandingMinor > 0 && i.DueOn < today),
                (o, i) => new { o.Id, o.Name, i.Currency, i.OutstandingMinor, i.DueOn })
            .GroupBy(i => new { i.Id, i.Name, i.Currency })
            .Select(group => new
            {
                group.Key.Id,
                group.Key.Name,
                group.Key.Currency,
                Count = group.Count(),
                Minor = group.Sum(i => i.OutstandingMinor),
                OldestDueOn = group.Min(i => i.DueOn),
            })
            .ToListAsync(cancel);
        var since = today.AddDays(-LatelyDays);
        var lately = clients.SelectMany(o => db.Payments.Where(p => p.PayerId == o.Id && p.ReceivedOn >= since));
        var paid = await lately
            .Where(p => p.WithdrawnMinor < p.AmountMinor + p.AdjustedMinor)
            .GroupBy(p => p.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(p => p.AmountMinor) })
            .ToListAsync(cancel);
        var paidToday = await lately
            .Where(p => p.ReceivedOn == today && p.WithdrawnMinor < p.AmountMinor + p.AdjustedMinor)
            .GroupBy(p => p.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(p => p.AmountMinor) })
            .ToListAsync(cancel);
        var newSince = today.AddDays(-NewDays);
        var newlyOverdue = await access.InvoicesOfVisible(db).Where(i => i.OutstandingMinor > 0 && i.DueOn < today && i.DueOn >= newSince)
            .GroupBy(i => i.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(i => i.OutstandingMinor) })
            .ToListAsync(cancel);
        var parts = await ClientParts.SinceAsync(db, access, since, cancel);
        var recent = await RecentAsync(db, lately.OrderByDescending(p => p.Number), cancel);
        var order = await OrderAsync(db, outstanding.ToDictionary(b => b.Currency, b => (long)b.Count), cancel);
        return new(
            await clients.CountAsync(cancel),
            order.Sums(outstanding, b => b.Currency, b => b.Minor),
            order.Sums(overdue, o => o.Currency, o => o.Minor),
            WithParts(paid.Select(p => new Money(p.Minor, p.Currency)), parts),
            [.. overdue.OrderBy(o => o.OldestDueOn).ThenBy(o => o.Id).Take(LinesMax)
                .Select(o => new OverdueClient(o.Id, o.Name, o.Count, new Money(o.Minor, o.Currency), today.DayNumber - o.OldestDueOn.DayNumber))],
            [.. recent.Concat(parts).OrderByDescending(payment => payment.Number).Take(LinesMax)])
        {
            PaidToday = WithParts(paidToday.Select(p => new Money(p.Minor, p.Currency)), parts.Where(part => part.ReceivedOn == today)),
            NewlyOverdue = order.Sums(newlyOverdue, i => i.Currency, i => i.Minor),
        };

        IReadOnlyList<Money> WithParts(IEnumerable<Money> paid, IEnumerable<RecentPayment> parts) => order.Sums(
            paid.Concat(parts.Where(part => !part.IsReversed).Select(part => part.Amount)), amount => amount.Currency, amount => amount.Minor);
    }

    private static async Task<IReadOnlyList<ReceivedOnDay>> ByDayAsync(AppDbContext db, string currency, DateOnly today, CancellationToken cancel)
    {
        var from = today.AddDays(1 - ChartDays);
        var days = await db.ReceivedBalances.Where(b => b.Currency == currency && b.ReceivedOn >= from && b.ReceivedOn <= today)
            .ToDictionaryAsync(b => b.ReceivedOn, b => b.ReceivedMinor, cancel);
        return [.. Enumerable.Range(0, ChartDays).Select(from.AddDays).Select(day => new ReceivedOnDay(day, new Money(days.GetValueOrDefault(day), currency)))];
    }

    private static async Task<IReadOnlyList<LargestDebtor>> DebtorsAsync(AppDbContext db, string currency, CancellationToken cancel)
    {
        var debtors = await db.OrganizationBalances.Where(b => b.Currency == currency && b.OutstandingMinor > 0)
            .OrderByDescending(b => b.OutstandingMinor).ThenBy(b => b.OrganizationId).Take(LinesMax)
            .Select(b => new { b.OrganizationId, Name = db.Organizations.Where(o => o.Id == b.OrganizationId).Select(o => o.Name).First(), b.OpenCount, b.OutstandingMinor })
            .ToListAsync(cancel);
        return [.. debtors.Select(b => new LargestDebtor(b.OrganizationId, b.Name, b.OpenCount, new Money(b.OutstandingMinor, currency)))];
    }

    private static async Task<IReadOnlyList<RecentPayment>> RecentAsync(
        AppDbContext db, IOrderedQueryable<Payment> payments, CancellationToken cancel)
    {
        var lines = await payments.Take(LinesMax)
            .Select(p => new
            {
                Payment = p,
                Payer = db.Organizations.Where(o => o.Id == p.PayerId).Select(o => o.Name).First(),
                Type = db.PaymentTypes.Where(t => t.Id == p.PaymentTypeId).Select(t => t.Name).First(),
                RecordedBy = db.Users.Where(u => u.Id == p.RecordedById).Select(u => u.DisplayName).First(),
            })
            .ToListAsync(cancel);
        return [.. lines.Select(line => new RecentPayment(
            line.Payment.Id, line.Payment.Number, line.Payment.ReceivedOn, line.Payer, line.Type,
            line.Payment.Amount, line.Payment.Unapplied, line.RecordedBy, line.Payment.IsReversed))];
    }

    private static async Task<CurrencyOrder> OrderAsync(AppDbContext db, Dictionary<string, long> openInvoices, CancellationToken cancel) =>
        new(await db.CompanySettings.Select(settings => settings.Currency).SingleOrDefaultAsync(cancel), openInvoices);

    private static List<Aging> AgingOf(IEnumerable<DueBalance> due, DateOnly today, AgingBounds bounds, CurrencyOrder order) =>
    [
        .. due.GroupBy(b => b.Currency)
            .Select(group =>
            {
                var parts = new long[AgingBounds.Count];
                foreach (var balance in group)
                {
                    parts[bounds.PartOf(today.DayNumber - balance.DueOn.DayNumber)] += balance.OutstandingMinor;
                }

                return new Aging(group.Key, parts, bounds);
            })
            .OrderBy(aging => aging.Currency, order),
    ];
}
