using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>What is overdue of organizations, answered from one index; whoever calls it has checked the right.</summary>
internal static class OverdueSums
{
    /// <summary>Only those of whom something is due before today.</summary>
    public static async Task<Dictionary<int, OverdueSum>> OfAsync(AppDbContext db, IReadOnlyCollection<int> ids, DateOnly today, CancellationToken cancel)
    {
        var sums = await db.Invoices
            .Where(i => EF.Parameter(ids).Contains(i.OrganizationId) && i.OutstandingMinor > 0 && i.DueOn < today)
            .GroupBy(i => new { i.OrganizationId, i.Currency })
            .Select(group => new { group.Key.OrganizationId, group.Key.Currency, Minor = group.Sum(i => i.OutstandingMinor), DueOn = group.Min(i => i.DueOn) })
            .ToListAsync(cancel);
        return sums.GroupBy(sum => sum.OrganizationId).ToDictionary(
            group => group.Key, group => new OverdueSum(new MoneyPerCurrency(group.Select(sum => new Money(sum.Minor, sum.Currency))), group.Min(sum => sum.DueOn)));
    }
}
