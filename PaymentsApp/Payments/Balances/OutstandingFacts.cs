using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>The facts that make what is open on invoices. Each query is one kind of fact.</summary>
internal static class OutstandingFacts
{
    /// <param name="db">Where.</param>
    /// <param name="invoices">What is open.</param>
    /// <param name="whole">Why another payment was taken back, and a difference with it, is not told: it is written for all whom that payment paid for.</param>
    public static IReadOnlyList<IQueryable<BalanceFactRow>> Of(AppDbContext db, IQueryable<Invoice> invoices, IQueryable<Payment> whole) =>
    [
        invoices.Select(i => new BalanceFactRow { Kind = BalanceFactKind.Invoiced, On = i.IssuedOn, RecordedAt = (DateTime?)null, Minor = i.TotalMinor, InvoiceId = i.Id, InvoiceNumber = i.Number }),
        from i in invoices
        join a in db.Allocations on i.Id equals a.InvoiceId
        join p in db.Payments on a.PaymentId equals p.Id
        join u in db.Users on a.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Applied, On = a.AppliedOn, RecordedAt = a.RecordedAt, By = u.DisplayName, Minor = -a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, PaymentId = p.Id, PaymentNumber = p.Number,
        },
        from i in invoices
        join a in db.Allocations on i.Id equals a.InvoiceId
        join r in db.Reversals on a.Id equals r.AllocationId
        join p in db.Payments on a.PaymentId equals p.Id
        join u in db.Users on r.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Unapplied, On = r.EffectiveOn, RecordedAt = r.RecordedAt, By = u.DisplayName, Minor = a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, PaymentId = p.Id, PaymentNumber = p.Number, Why = whole.Any(own => own.Id == p.Id) ? r.Reason : null,
        },
        from i in invoices
        join a in db.Adjustments on i.Id equals a.InvoiceId
        join u in db.Users on a.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Adjusted, On = a.EffectiveOn, RecordedAt = a.RecordedAt, By = u.DisplayName, Minor = -a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, Adjustment = a.Kind, ReasonCode = a.ReasonCode, Why = a.Note,
        },
        from i in invoices
        join a in db.Adjustments on i.Id equals a.InvoiceId
        join r in db.Reversals on a.Id equals r.AdjustmentId
        join u in db.Users on r.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.AdjustmentReversed, On = r.EffectiveOn, RecordedAt = r.RecordedAt, By = u.DisplayName, Minor = a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, Adjustment = a.Kind,
            Why = a.MadeWithPaymentId == null || whole.Any(own => own.Id == a.MadeWithPaymentId) ? r.Reason : null,
        },
    ];
}
