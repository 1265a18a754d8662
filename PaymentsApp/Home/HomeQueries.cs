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
        return new(
            order.Sums(received.Where(r => r.ReceivedOn == today), r => r.Currency, r => r.Minor),
            order.Sums(received, r => r.Currency, r => r.Minor),
            order.Sums(due, b => b.Currency, b => b.OutstandingMinor),
            order.Sums(overdue, b => b.Currency, b => b.OutstandingMinor),
            overdue.Sum(b => b.OpenCount),
            order.Sums(unapplied, u => u.Currency, u => u.Minor),
            AgingOf(due, today, await db.AgingBoundsAsync(cancel), order),
            await RecentAsync(db, db.Payments.OrderByDescending(p => p.Number), cancel));
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
        var order = await OrderAsync(db, outstanding.ToDictionary(b => b.Currency, b => (long)b.Count), cancel);
        return new(
            await clients.CountAsync(cancel),
            order.Sums(outstanding, b => b.Currency, b => b.Minor),
            order.Sums(overdue, o => o.Currency, o => o.Minor),
            order.Sums(paid, p => p.Currency, p => p.Minor),
            [.. overdue.OrderBy(o => o.OldestDueOn).ThenBy(o => o.Id).Take(LinesMax)
                .Select(o => new OverdueClient(o.Id, o.Name, o.Count, new Money(o.Minor, o.Currency), today.DayNumber - o.OldestDueOn.DayNumber))],
            await RecentAsync(db, lately.OrderByDescending(p => p.Number), cancel));
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
