using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>Who applied what to an invoice last: the answer to "but it was open a minute ago".</summary>
internal static class LatestAllocationQuery
{
    /// <summary>The newest standing allocation of each invoice; invoices without one are left out.</summary>
    public static async Task<IReadOnlyDictionary<int, LatestAllocation>> RunAsync(
        AppDbContext db, IReadOnlyCollection<int> invoiceIds, CancellationToken cancel)
    {
        var latest = new Dictionary<int, LatestAllocation>();
        foreach (var invoiceId in invoiceIds)
        {
            var newest = await (
                from allocation in db.Allocations
                where allocation.InvoiceId == invoiceId && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id)
                join payment in db.Payments on allocation.PaymentId equals payment.Id
                join user in db.Users on allocation.RecordedById equals user.Id
                orderby allocation.RecordedAt descending, payment.Number descending
                select new { payment.Number, allocation.AmountMinor, allocation.Currency, user.DisplayName, allocation.RecordedAt })
                .FirstOrDefaultAsync(cancel);
            if (newest is not null)
            {
                latest[invoiceId] = new LatestAllocation(
                    newest.Number, new Money(newest.AmountMinor, newest.Currency), newest.DisplayName, newest.RecordedAt);
            }
        }

        return latest;
    }
}
