using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Details;

/// <summary>One payment, as far as the person may see it.</summary>
public sealed class PaymentDetailQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How many invoices are offered for unapplied credit, the oldest first.</summary>
    public const int OfferedMax = 200;

    /// <summary>The most allocations of a payment that a page shows.</summary>
    internal const int AllocationsMax = 2_000;

    /// <summary>The payment; null when there is none or it is not this person's to see.</summary>
    public Task<PaymentView?> FindAsync(Guid id, CancellationToken cancel) => FindAsync(id, AllocationsMax, cancel);

    /// <summary>The same with so many of its allocations.</summary>
    internal async Task<PaymentView?> FindAsync(Guid id, int allocationsMax, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);

        var found = await (
            from p in access.VisiblePayments(db)
            where p.Id == id
            join o in db.Organizations on p.PayerId equals o.Id
            join t in db.PaymentTypes on p.PaymentTypeId equals t.Id
            select new { Payment = p, Payer = o.Name, o.CustomerNumber, Type = t.Name })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var payment = found.Payment;
        var reversal = await ReversalsAsync(db, clock, db.Reversals.Where(r => r.PaymentId == id), 1, cancel) is [{ } only] ? only.View : null;
        var allocations = await AllocationsAsync(db, access, clock, id, allocationsMax, cancel);
        var isWhole = access.SeesAllOrganizations || await access.WholePayments(db).AnyAsync(p => p.Id == id, cancel);
        var corrections = await PaymentCorrectionsQuery.RunAsync(db, access, payment, cancel);
        if (!isWhole)
        {
            // Reasons and notes are written for the payment as a whole, and may name anybody; what the bank said is the bank's.
            reversal = reversal is null || corrections.Returned is not null ? reversal : reversal with { Reason = "" };
            allocations = WithoutReasons(allocations);
            corrections = corrections.WithoutWords();
        }

        return new PaymentView(
            payment.Id, payment.Number, payment.PayerId, found.Payer, found.CustomerNumber, found.Type, payment.Reference, isWhole ? payment.Memo : null,
            payment.ReceivedOn, payment.CheckDatedOn, payment.Amount, new Money(payment.AdjustedMinor, payment.Currency),
            new Money(payment.AllocatedMinor, payment.Currency), payment.Unapplied, reversal, allocations,
            access.Has(Permission.ApplyPayments))
        {
            Corrections = corrections,
            IsWhole = isWhole,
            AllocationCount = allocations.Count < allocationsMax
                ? allocations.Count
                : await db.Allocations.CountAsync(a => a.PaymentId == id && access.VisibleInvoices(db).Any(i => i.Id == a.InvoiceId), cancel),
            MeantFor = payment.MeantForInvoiceId is not { } meant ? null : await access.VisibleInvoices(db).Where(invoice => invoice.Id == meant)
                .Select(invoice => new MeantInvoice(invoice.Id, invoice.Number)).SingleOrDefaultAsync(cancel),
        };
    }

    /// <summary>The open invoices of the payer and of those it pays for, in the payment's currency, the oldest due date first; none for a foreign payment.</summary>
    public async Task<IReadOnlyList<OpenInvoice>> OfferedInvoicesAsync(Guid paymentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ApplyPayments, db, cancel);

        return await (
            from p in access.VisiblePayments(db)
            where p.Id == paymentId
            from i in access.VisibleInvoices(db)
            where i.Currency == p.Currency && i.OutstandingMinor > 0
                && (i.OrganizationId == p.PayerId || db.Organizations.Any(o => o.Id == i.OrganizationId && o.PayerId == p.PayerId))
            orderby i.DueOn, i.Id
            select new OpenInvoice(
                i.Id, i.Number, i.IssuedOn, i.DueOn, new Money(i.TotalMinor, i.Currency), new Money(i.OutstandingMinor, i.Currency), string.Empty)
            {
                Client = i.OrganizationId == p.PayerId
                    ? null
                    : db.Organizations.Where(o => o.Id == i.OrganizationId).Select(o => new PaidClient(o.Id, o.Name, o.CustomerNumber)).First(),
            })
            .Take(OfferedMax)
            .ToListAsync(cancel);
    }

    /// <summary>The allocations of a payment to invoices that the person may see, in the order they were made.</summary>
    internal static async Task<List<AllocationView>> AllocationsAsync(
        AppDbContext db, Access access, CompanyClock clock, Guid paymentId, int max, CancellationToken cancel)
    {
        var takenBack = (await ReversalsAsync(
                db,
                clock,
                db.Reversals.Where(r => db.Allocations.Any(a => a.PaymentId == paymentId && a.Id == r.AllocationId)),
                max,
                cancel))
            .ToDictionary(reversal => reversal.AllocationId!.Value, reversal => reversal.View);
        var allocations = await (
            from a in db.Allocations
            where a.PaymentId == paymentId
            join i in db.Invoices on a.InvoiceId equals i.Id
            join o in access.VisibleOrganizations(db) on i.OrganizationId equals o.Id
            join u in db.Users on a.RecordedById equals u.Id
            orderby a.RecordedAt, a.Id
            select new { Allocation = a, i.Number, i.DueOn, Client = new ClientOfAllocation(o.Id, o.Name), u.DisplayName })
            .Take(max)
            .ToListAsync(cancel);
        return
        [
            .. allocations.Select(row => new AllocationView(
                row.Allocation.Id, row.Allocation.InvoiceId, row.Number, row.DueOn, row.Allocation.Amount, row.Allocation.AppliedOn,
                clock.LocalOf(row.Allocation.RecordedAt), row.DisplayName, takenBack.GetValueOrDefault(row.Allocation.Id))
            {
                Client = row.Client,
            }),
        ];
    }

    /// <summary>For who sees only a part of the payment.</summary>
    internal static List<AllocationView> WithoutReasons(List<AllocationView> allocations) => allocations
        .ConvertAll(allocation => allocation.Reversal is { } reversal ? allocation with { Reversal = reversal with { Reason = "" } } : allocation);

    private static async Task<List<(Guid? AllocationId, ReversalView View)>> ReversalsAsync(
        AppDbContext db, CompanyClock clock, IQueryable<Reversal> reversals, int max, CancellationToken cancel)
    {
        var rows = await reversals
            .Join(db.Users, r => r.RecordedById, u => u.Id, (r, u) => new { Reversal = r, u.DisplayName })
            .Take(max)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => (row.Reversal.AllocationId, new ReversalView(
                row.Reversal.EffectiveOn, row.Reversal.Reason, clock.LocalOf(row.Reversal.RecordedAt), row.DisplayName))),
        ];
    }
}
