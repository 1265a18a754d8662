using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Data.Past;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>The rows of a page from the ids of its organizations, now or at a past moment.</summary>
internal static class OutstandingRows
{
    /// <summary>What is open of each organization and currency, by age.</summary>
    public static async Task<List<AgedSum>> SumsAsync(IQueryable<Invoice> open, AgingBounds bounds, DateOnly today, CancellationToken cancel)
    {
        var (first, second, third) = (bounds.EarliestDueOn(1, today), bounds.EarliestDueOn(2, today), bounds.EarliestDueOn(3, today));
        return await open.GroupBy(i => new { i.OrganizationId, i.Currency })
            .Select(invoices => new AgedSum(
                invoices.Key.OrganizationId,
                invoices.Key.Currency,
                invoices.Sum(i => i.DueOn >= today ? i.OutstandingMinor : 0),
                invoices.Sum(i => i.DueOn < today && i.DueOn >= first ? i.OutstandingMinor : 0),
                invoices.Sum(i => i.DueOn < first && i.DueOn >= second ? i.OutstandingMinor : 0),
                invoices.Sum(i => i.DueOn < second && i.DueOn >= third ? i.OutstandingMinor : 0),
                invoices.Sum(i => i.DueOn < third ? i.OutstandingMinor : 0)))
            .ToListAsync(cancel);
    }

    public static async Task<List<OutstandingRow>> LiveAsync(AppDbContext db, List<int> ids, DateOnly today, CancellationToken cancel)
    {
        var open = db.Invoices.Where(i => i.OutstandingMinor > 0 && EF.Parameter(ids).Contains(i.OrganizationId));
        var sums = await SumsAsync(open, await db.AgingBoundsAsync(cancel), today, cancel);
        var oldest = await open.GroupBy(i => i.OrganizationId)
            .Select(invoices => new { Id = invoices.Key, DueOn = invoices.Min(i => i.DueOn) }).ToDictionaryAsync(day => day.Id, day => day.DueOn, cancel);
        var paid = db.Payments.Where(p => p.WithdrawnMinor < p.AmountMinor + p.AdjustedMinor);
        var credit = (await db.Payments.Where(p => p.UnappliedMinor > 0 && EF.Parameter(ids).Contains(p.PayerId))
                .GroupBy(p => new { OrganizationId = p.PayerId, p.Currency }).Select(group => new { group.Key, Minor = group.Sum(p => p.UnappliedMinor) }).ToListAsync(cancel))
            .Concat(await db.CreditNotes.Where(n => n.UnappliedMinor > 0 && EF.Parameter(ids).Contains(n.OrganizationId))
                .GroupBy(n => new { n.OrganizationId, n.Currency }).Select(group => new { group.Key, Minor = group.Sum(n => n.UnappliedMinor) }).ToListAsync(cancel))
            .ToLookup(sum => sum.Key.OrganizationId, sum => new Money(sum.Minor, sum.Key.Currency));
        var rows = await RowsAsync(db, ids, sums.ToLookup(sum => sum.OrganizationId), oldest, paid, credit, today, cancel);
        var plans = await FollowUpPlans.OfAsync(db, ids, today, cancel);
        return [.. rows.Select(row => plans.TryGetValue(row.Id, out var plan)
            ? row with { PromisedOn = plan.PromisedOn, IsPromiseBroken = plan.IsPromiseBroken, NextOn = plan.NextOn }
            : row)];
    }

    public static async Task<List<OutstandingRow>> PastAsync(AppDbContext db, List<int> ids, PastOutstanding past, CancellationToken cancel)
    {
        var (on, known) = (past.At.On, past.At.KnownAt ?? DateTime.MaxValue);
        var paid = db.Payments.Where(p => p.ReceivedOn <= on && p.RecordedAt <= known
            && !db.Reversals.Any(r => r.PaymentId == p.Id && r.EffectiveOn <= on && r.RecordedAt <= known));
        List<(int OrganizationId, Money Amount)> credit = [];
        foreach (var id in ids)
        {
            credit.AddRange((await db.UnappliedCredits(past.At, id).ToListAsync(cancel)).Select(line => (id, new Money(line.UnappliedMinor, line.Currency))));
        }

        return await RowsAsync(
            db, ids, past.Sums.Where(sum => ids.Contains(sum.OrganizationId)).ToLookup(sum => sum.OrganizationId),
            ids.ToDictionary(id => id, past.OldestOf), paid, credit.ToLookup(line => line.OrganizationId, line => line.Amount), on, cancel);
    }

    private static async Task<List<OutstandingRow>> RowsAsync(
        AppDbContext db, List<int> ids, ILookup<int, AgedSum> sums, Dictionary<int, DateOnly> oldest, IQueryable<Payment> paid, ILookup<int, Money> credit,
        DateOnly today, CancellationToken cancel)
    {
        var organizations = await db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.CustomerNumber,
                Owner = db.Users.Where(user => user.Id == o.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
                PaidOn = paid.Where(p => p.PayerId == o.Id).OrderByDescending(p => p.ReceivedOn).Select(p => (DateOnly?)p.ReceivedOn).FirstOrDefault(),
                PaidForOn = db.PaymentClients.Where(client => client.OrganizationId == o.Id).Join(paid, client => client.PaymentId, p => p.Id, (_, p) => (DateOnly?)p.ReceivedOn).Max(),
            })
            .ToDictionaryAsync(o => o.Id, cancel);
        return
        [
            .. ids.Where(id => organizations.ContainsKey(id) && sums.Contains(id) && oldest.ContainsKey(id)).Select(id =>
            {
                var (organization, own, dueOn) = (organizations[id], sums[id], oldest[id]);
                return new OutstandingRow(
                    id, organization.Name, organization.CustomerNumber, organization.Owner,
                    Of(own, sum => sum.Total), Of(own, sum => sum.Overdue),
                    Of(own, sum => sum.NotDue), Of(own, sum => sum.First), Of(own, sum => sum.Second), Of(own, sum => sum.Third), Of(own, sum => sum.Over),
                    dueOn, Math.Max(0, today.DayNumber - dueOn.DayNumber),
                    Later(organization.PaidOn, organization.PaidForOn), new MoneyPerCurrency(credit[id]));
            }),
        ];
    }

    private static MoneyPerCurrency Of(IEnumerable<AgedSum> sums, Func<AgedSum, long> minor) => new(sums.Select(sum => sum.Money(minor(sum))));

    private static DateOnly? Later(DateOnly? left, DateOnly? right) => left is null || right > left ? right : left;
}
