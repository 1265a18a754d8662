using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>The facts that make what of credit notes is netted with no invoice. Each query is one kind of fact.</summary>
internal static class CreditFactsOfNotes
{
    /// <param name="db">Where.</param>
    /// <param name="notes">Whose credit it is.</param>
    /// <param name="visible">Of the organizations that are not among these, the person learns no invoice.</param>
    /// <param name="whole">Why another payment was taken back, and a netting with it, is not told.</param>
    public static IReadOnlyList<IQueryable<BalanceFactRow>> Of(
        AppDbContext db, IQueryable<CreditNote> notes, IQueryable<Organization> visible, IQueryable<Payment> whole) =>
    [
        from n in notes
        join u in db.Users on n.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.CreditNote, On = n.IssuedOn, RecordedAt = n.RecordedAt, By = u.DisplayName, Minor = n.TotalMinor,
            Document = n.Number, Why = n.Reason,
        },
        from n in notes
        join a in db.Adjustments on n.Id equals a.CreditNoteId
        join i in db.Invoices on a.InvoiceId equals i.Id
        join u in db.Users on a.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.Netted, On = a.EffectiveOn, RecordedAt = a.RecordedAt, By = u.DisplayName, Minor = -a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, Document = n.Number, Why = a.Note, IsForeign = !visible.Any(o => o.Id == i.OrganizationId),
        },
        from n in notes
        join a in db.Adjustments on n.Id equals a.CreditNoteId
        join r in db.Reversals on a.Id equals r.AdjustmentId
        join i in db.Invoices on a.InvoiceId equals i.Id
        join u in db.Users on r.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = BalanceFactKind.NettingReversed, On = r.EffectiveOn, RecordedAt = r.RecordedAt, By = u.DisplayName, Minor = a.AmountMinor,
            InvoiceId = i.Id, InvoiceNumber = i.Number, Document = n.Number,
            Why = a.MadeWithPaymentId == null || whole.Any(own => own.Id == a.MadeWithPaymentId) ? r.Reason : null, IsForeign = !visible.Any(o => o.Id == i.OrganizationId),
        },
        from n in notes
        join w in db.CreditNoteWithdrawals on n.Id equals w.CreditNoteId
        join u in db.Users on w.RecordedById equals u.Id
        select new BalanceFactRow
        {
            Kind = w.Kind == CreditNoteWithdrawalKind.Reversal ? BalanceFactKind.WithdrawalReversed
                : w.Kind == CreditNoteWithdrawalKind.Refund ? BalanceFactKind.CreditNoteRefunded : BalanceFactKind.CreditNoteCancelled,
            On = w.EffectiveOn, RecordedAt = w.RecordedAt, By = u.DisplayName,
            Minor = w.Kind == CreditNoteWithdrawalKind.Reversal ? w.AmountMinor : -w.AmountMinor, Document = n.Number, Why = w.Reason,
        },
    ];
}
