using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Parts;

/// <summary>What payments of agencies and parent companies paid for their clients, client by client.</summary>
public sealed class PaymentPartQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How many are read at a time.</summary>
    public const int RowsMax = 20;

    /// <summary>What a payment paid for accounts of this person; null when there is none.</summary>
    public async Task<PaymentPartView?> FindAsync(Guid paymentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var found = await (
            from p in db.Payments
            where p.Id == paymentId && access.VisibleParts(db).Any(part => part.PaymentId == paymentId)
            join t in db.PaymentTypes on p.PaymentTypeId equals t.Id
            select new { p.Number, p.ReceivedOn, Type = t.Name, IsReversed = p.WithdrawnMinor > 0, p.Currency })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        // The reason is written for the payment as a whole, and may name anybody.
        var allocations = PaymentDetailQueries.WithoutReasons(
            await PaymentDetailQueries.AllocationsAsync(db, access, clock, paymentId, PaymentDetailQueries.AllocationsMax, cancel));
        var applied = allocations.Where(allocation => allocation.Reversal is null)
            .Aggregate(Money.Zero(found.Currency), (sum, allocation) => sum + allocation.Amount);
        return new PaymentPartView(paymentId, found.Number, found.ReceivedOn, found.Type, found.IsReversed, applied, allocations);
    }

    /// <summary>What others paid for this client, the latest payment first; none for a client that is not this person's to see.</summary>
    /// <param name="organizationId">The client.</param>
    /// <param name="before">Only payments with a smaller number; null: from the latest on.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>One more than <see cref="RowsMax"/> when there are more.</returns>
    public async Task<IReadOnlyList<PaymentPartRow>> OfClientAsync(int organizationId, long? before, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var payments = await (
            from part in access.VisibleParts(db)
            where part.OrganizationId == organizationId
            join p in db.Payments on part.PaymentId equals p.Id
            where before == null || p.Number < before
            orderby p.Number descending
            select new
            {
                p.Id,
                p.Number,
                p.ReceivedOn,
                p.Currency,
                p.PayerId,
                Type = db.PaymentTypes.Where(type => type.Id == p.PaymentTypeId).Select(type => type.Name).First(),
                Payer = access.VisibleOrganizations(db).Where(payer => payer.Id == p.PayerId).Select(payer => payer.Name).FirstOrDefault(),
                IsReversed = p.WithdrawnMinor > 0,
            })
            .Take(RowsMax + 1).ToListAsync(cancel);
        var applied = await AppliedAsync(db, organizationId, [.. payments.Select(payment => payment.Id)], cancel);
        return
        [
            .. payments.Select(payment => new PaymentPartRow(
                payment.Id, payment.Number, payment.ReceivedOn, payment.Type, payment.Payer is null ? null : payment.PayerId, payment.Payer,
                new Money(applied.GetValueOrDefault(payment.Id), payment.Currency), payment.IsReversed)),
        ];
    }

    private static Task<Dictionary<Guid, long>> AppliedAsync(AppDbContext db, int organizationId, IReadOnlyList<Guid> paymentIds, CancellationToken cancel) => (
        from a in db.Allocations
        where EF.Parameter(paymentIds).Contains(a.PaymentId) && !db.Reversals.Any(reversal => reversal.AllocationId == a.Id)
        join i in db.Invoices on a.InvoiceId equals i.Id
        where i.OrganizationId == organizationId
        group a.AmountMinor by a.PaymentId into sums
        select new { sums.Key, Minor = sums.Sum() })
        .ToDictionaryAsync(sum => sum.Key, sum => sum.Minor, cancel);
}
