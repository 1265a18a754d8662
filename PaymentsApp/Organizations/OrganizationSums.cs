using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Balances;

namespace PaymentsApp.Organizations;

/// <summary>Sums over an organization's open invoices that no table keeps, answered from one index.</summary>
internal static class OrganizationSums
{
    /// <summary>What is due before today, by organization.</summary>
    public static async Task<Dictionary<int, MoneyPerCurrency>> OverdueAsync(
        AppDbContext db, IReadOnlyCollection<int> organizationIds, DateOnly today, CancellationToken cancel)
    {
        var sums = await OverdueSums.OfAsync(db, organizationIds, today, cancel);
        return sums.ToDictionary(sum => sum.Key, sum => sum.Value.Amounts);
    }

    /// <summary>What is open, by how long it is overdue; one line for each currency.</summary>
    public static async Task<List<Aging>> AgingAsync(AppDbContext db, int organizationId, DateOnly today, CancellationToken cancel)
    {
        var bounds = await db.AgingBoundsAsync(cancel);
        var (first, second, third) = (bounds.EarliestDueOn(1, today), bounds.EarliestDueOn(2, today), bounds.EarliestDueOn(3, today));
        var sums = await db.Invoices
            .Where(i => i.OrganizationId == organizationId && i.OutstandingMinor > 0)
            .GroupBy(i => i.Currency)
            .OrderBy(invoices => invoices.Key)
            .Select(invoices => new
            {
                Currency = invoices.Key,
                NotDue = invoices.Sum(i => i.DueOn >= today ? i.OutstandingMinor : 0),
                ToFirst = invoices.Sum(i => i.DueOn < today && i.DueOn >= first ? i.OutstandingMinor : 0),
                ToSecond = invoices.Sum(i => i.DueOn < first && i.DueOn >= second ? i.OutstandingMinor : 0),
                ToThird = invoices.Sum(i => i.DueOn < second && i.DueOn >= third ? i.OutstandingMinor : 0),
                Over = invoices.Sum(i => i.DueOn < third ? i.OutstandingMinor : 0),
            })
            .ToListAsync(cancel);
        return [.. sums.Select(sum => new Aging(sum.Currency, [sum.NotDue, sum.ToFirst, sum.ToSecond, sum.ToThird, sum.Over], bounds))];
    }
}
