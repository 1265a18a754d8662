using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>Reads promises with the money that arrived for them. All of an organization come together, because money keeps one promise only.</summary>
internal static class PromiseJudging
{
    /// <summary>How far promises are looked at, and how far the kept rate counts.</summary>
    public const int DaysBack = 365;

    /// <summary>The most promises judged at once: the latest promised days count.</summary>
    public const int PromisesMax = 10_000;

    /// <param name="db">What to read from.</param>
    /// <param name="organizations">Whose promises.</param>
    /// <param name="today">The company's day.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<IReadOnlyList<JudgedPromise>> ReadAsync(
        AppDbContext db, IQueryable<Organization> organizations, DateOnly today, CancellationToken cancel)
    {
        var since = today.AddDays(-DaysBack);
        var promises = await db.PaymentPromises.AsNoTracking().Include(promise => promise.Invoices)
            .Where(promise => promise.PromisedOn >= since && organizations.Any(organization => organization.Id == promise.OrganizationId))
            .OrderByDescending(promise => promise.PromisedOn).ThenByDescending(promise => promise.Id)
            .Take(PromisesMax).AsSplitQuery().ToListAsync(cancel);
        var standing = promises.Where(promise => promise.WithdrawnAt is null).ToList();
        var outcomes = PromiseKeeping.Judge(promises, await AppliedAsync(db, standing, cancel), await ReceivedAsync(db, standing, cancel), today);
        return [.. promises.Select(promise => new JudgedPromise(promise, outcomes[promise.Id]))];
    }

    /// <summary>Kept and broken promises by organization.</summary>
    public static Dictionary<int, PromiseRecord> RecordsOf(IEnumerable<JudgedPromise> judged) => judged
        .GroupBy(item => item.Promise.OrganizationId)
        .ToDictionary(group => group.Key, RecordOf);

    public static PromiseRecord RecordOf(IEnumerable<JudgedPromise> judged)
    {
        var states = judged.Select(item => item.Outcome.State).ToList();
        return new(states.Count(state => state == PromiseState.Kept), states.Count(state => state == PromiseState.Broken));
    }

    private static async Task<List<AppliedMoney>> AppliedAsync(AppDbContext db, List<PaymentPromise> promises, CancellationToken cancel)
    {
        int[] ids = [.. promises.SelectMany(promise => promise.Invoices).Select(invoice => invoice.InvoiceId).Distinct()];
        if (ids.Length == 0)
        {
            return [];
        }

        return await (
            from allocation in db.Allocations
            where EF.Parameter(ids).Contains(allocation.InvoiceId) && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id)
            join payment in db.Payments on allocation.PaymentId equals payment.Id
            select new AppliedMoney(payment.Id, allocation.InvoiceId, allocation.Currency, allocation.AmountMinor, payment.ReceivedOn, allocation.RecordedAt))
            .ToListAsync(cancel);
    }

    private static async Task<List<ReceivedMoney>> ReceivedAsync(AppDbContext db, List<PaymentPromise> promises, CancellationToken cancel)
    {
        var open = promises.Where(promise => promise.Invoices.Count == 0).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        int[] ids = [.. open.Select(promise => promise.OrganizationId).Distinct()];
        var since = open.Min(promise => promise.MadeOn);
        var own = await db.Payments
            .Where(payment => EF.Parameter(ids).Contains(payment.PayerId) && payment.ReceivedOn >= since && payment.WithdrawnMinor == 0)
            .Select(payment => new ReceivedMoney(
                payment.Id, payment.PayerId, payment.Currency, payment.AmountMinor + payment.AdjustedMinor - payment.RefundedMinor, payment.ReceivedOn, payment.RecordedAt))
            .ToListAsync(cancel);
        var ofOthers = await (
            from client in db.PaymentClients
            where EF.Parameter(ids).Contains(client.OrganizationId)
            join payment in db.Payments on client.PaymentId equals payment.Id
            where payment.ReceivedOn >= since && payment.WithdrawnMinor == 0
            join allocation in db.Allocations on payment.Id equals allocation.PaymentId
            join invoice in db.Invoices on allocation.InvoiceId equals invoice.Id
            where invoice.OrganizationId == client.OrganizationId && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id)
            select new ReceivedMoney(payment.Id, client.OrganizationId, payment.Currency, allocation.AmountMinor, payment.ReceivedOn, payment.RecordedAt))
            .ToListAsync(cancel);
        // Several allocations of one payment are one sum: what a promise took of it is counted by payment.
        return
        [
            .. own,
            .. ofOthers.GroupBy(money => (money.PaymentId, money.OrganizationId))
                .Select(group => group.First() with { Minor = group.Sum(money => money.Minor) }),
        ];
    }
}
