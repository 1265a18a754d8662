using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>Credit that was used in the window of a payment and stands: allocations of older payments, nettings of credit notes.</summary>
internal sealed record BesideCredit(IReadOnlyList<Allocation> Allocations, IReadOnlyList<Adjustment> Nettings)
{
    public static readonly BesideCredit None = new([], []);

    public static async Task<BesideCredit> ReadAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var beside = await db.CreditsBeside.AsNoTracking().Where(b => b.PaymentId == paymentId).Select(b => b.FactId).ToListAsync(cancel);
        return beside.Count == 0 ? None : new BesideCredit(
            await db.Allocations.AsNoTracking()
                .Where(allocation => beside.Contains(allocation.Id) && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id))
                .OrderBy(allocation => allocation.InvoiceId).ThenBy(allocation => allocation.Id).ToListAsync(cancel),
            await db.Adjustments.AsNoTracking()
                .Where(adjustment => beside.Contains(adjustment.Id) && !db.Reversals.Any(reversal => reversal.AdjustmentId == adjustment.Id))
                .OrderBy(adjustment => adjustment.InvoiceId).ThenBy(adjustment => adjustment.Id).ToListAsync(cancel));
    }
}
