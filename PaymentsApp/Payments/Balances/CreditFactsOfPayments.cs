using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>The facts that make what of payments is on no invoice. Each query is one kind of fact.</summary>
internal static class CreditFactsOfPayments
{
    /// <param name="db">Where.</param>
    /// <param name="payments">Whose credit it is.</param>
    /// <param name="visible">Of the organizations that are not among these, the person learns no invoice.</param>
    /// <param name="whole">Of another payment no reason is told: it is written for all whom the payment paid for.</param>
    public static IReadOnlyList<IQueryable<BalanceFactRow>> Of(
        AppDbContext db, IQueryable<Payment> payments, IQueryable<Organization> visible, IQueryable<Payment> whole) =>
    [
        from p in payments
        join u in db.Users on p.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Received, On = p.ReceivedOn, RecordedAt = p.RecordedAt, By = u.DisplayName, Minor = p.AmountMinor,
            PaymentId = p.Id, PaymentNumber = p.Number,
        },
        from p in payments
        join a in db.Adjustments on p.Id equals a.PaymentId
        join u in db.Users on a.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.BankFee, On = a.EffectiveOn, RecordedAt = a.RecordedAt, By = u.DisplayName, Minor = a.AmountMinor,
            PaymentId = p.Id, PaymentNumber = p.Number,
        },
        from p in payments
        join a in db.Allocations on p.Id equals a.PaymentId
        join i in db.Invoices on a.InvoiceId equals i.Id
        join u in db.Users on a.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Applied, On = a.AppliedOn, RecordedAt = a.RecordedAt, By = u.DisplayName, Minor = -a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, PaymentId = p.Id, PaymentNumber = p.Number, IsForeign = !visible.Any(o => o.Id == i.OrganizationId),
        },
        from p in payments
        join a in db.Allocations on p.Id equals a.PaymentId
        join r in db.Reversals on a.Id equals r.AllocationId
        join i in db.Invoices on a.InvoiceId equals i.Id
        join u in db.Users on r.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Unapplied, On = r.EffectiveOn, RecordedAt = r.RecordedAt, By = u.DisplayName, Minor = a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, PaymentId = p.Id, PaymentNumber = p.Number,
            Why = whole.Any(own => own.Id == p.Id) ? r.Reason : null, IsForeign = !visible.Any(o => o.Id == i.OrganizationId),
        },
        from p in payments
        join f in db.Refunds on p.Id equals f.PaymentId
        join u in db.Users on f.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Refunded, On = f.RefundedOn, RecordedAt = f.RecordedAt, By = u.DisplayName, Minor = -f.AmountMinor,
            PaymentId = p.Id, PaymentNumber = p.Number, Why = whole.Any(own => own.Id == p.Id) ? f.Reason : null,
        },
        from p in payments
        join f in db.Refunds on p.Id equals f.PaymentId
        join r in db.Reversals on f.Id equals r.RefundId
        join u in db.Users on r.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.RefundReversed, On = r.EffectiveOn, RecordedAt = r.RecordedAt, By = u.DisplayName, Minor = f.AmountMinor,
            PaymentId = p.Id, PaymentNumber = p.Number, Why = whole.Any(own => own.Id == p.Id) ? r.Reason : null,
        },
        from p in payments
        join r in db.Reversals on p.Id equals r.PaymentId
        join u in db.Users on r.RecordedById equals u.Id
        select new BalanceFactRow
        {
            // A payment is reversed with what the bank kept of it.
            Kind = BalanceFactKind.PaymentReversed, On = r.EffectiveOn, RecordedAt = r.RecordedAt, By = u.DisplayName, Minor = -(p.AmountMinor + p.AdjustedMinor),
            PaymentId = p.Id, PaymentNumber = p.Number, Why = whole.Any(own => own.Id == p.Id) ? r.Reason : null,
        },
    ];
}
