using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data.Past;

/// <summary>All facts in memory, and the report of a moment in the plainest C#: fact by fact from the first on, no balance and no shared query.</summary>
internal sealed record PlainFacts(
    List<Invoice> Invoices, List<Payment> Payments, List<CreditNote> Notes, List<Allocation> Allocations, List<Adjustment> Adjustments, List<Refund> Refunds, List<Reversal> Reversals,
    List<CreditNoteWithdrawal> Withdrawals)
{
    public static Task<PlainFacts> ReadAsync(TestDatabase app) => app.ReadAsync(async db => new PlainFacts(
        await db.Invoices.ToListAsync(), await db.Payments.ToListAsync(), await db.CreditNotes.ToListAsync(), await db.Allocations.ToListAsync(),
        await db.Adjustments.ToListAsync(), await db.Refunds.ToListAsync(), await db.Reversals.ToListAsync(), await db.CreditNoteWithdrawals.ToListAsync()));

    public AsOfQueriesTests.Report At(AsOf at)
    {
        var takenBack = Reversals.Where(r => Happened(r.EffectiveOn, r.RecordedAt))
            .SelectMany(r => new[] { r.AllocationId, r.AdjustmentId, r.PaymentId, r.RefundId }.OfType<Guid>()).ToHashSet();
        var open = Invoices.Where(i => Happened(i.IssuedOn, i.RecordedAt!.Value)).ToDictionary(i => i.Id, i => (i.OrganizationId, Minor: i.TotalMinor));
        var credit = Payments.Where(p => Happened(p.ReceivedOn, p.RecordedAt)).ToDictionary(
            p => p.Id, p => (OrganizationId: p.PayerId, Minor: takenBack.Contains(p.Id) ? 0 : p.AmountMinor + p.AdjustedMinor));
        foreach (var note in Notes.Where(n => Happened(n.IssuedOn, n.RecordedAt)))
        {
            credit.Add(note.Id, (note.OrganizationId, note.TotalMinor));
        }

        foreach (var allocation in Allocations.Where(a => Happened(a.AppliedOn, a.RecordedAt) && !takenBack.Contains(a.Id)))
        {
            Apply(allocation.InvoiceId, allocation.PaymentId, allocation.AmountMinor);
        }

        foreach (var adjustment in Adjustments.Where(a => a.InvoiceId is not null && Happened(a.EffectiveOn, a.RecordedAt) && !takenBack.Contains(a.Id)))
        {
            Apply(adjustment.InvoiceId!.Value, adjustment.CreditNoteId, adjustment.AmountMinor);
        }

        foreach (var refund in Refunds.Where(r => Happened(r.RefundedOn, r.RecordedAt) && !takenBack.Contains(r.Id)))
        {
            credit[refund.PaymentId] = credit[refund.PaymentId] with { Minor = credit[refund.PaymentId].Minor - refund.AmountMinor };
        }

        foreach (var withdrawal in Withdrawals.Where(w => Happened(w.EffectiveOn, w.RecordedAt)))
        {
            var change = withdrawal.Kind == CreditNoteWithdrawalKind.Reversal ? withdrawal.AmountMinor : -withdrawal.AmountMinor;
            credit[withdrawal.CreditNoteId] = credit[withdrawal.CreditNoteId] with { Minor = credit[withdrawal.CreditNoteId].Minor + change };
        }

        return new AsOfQueriesTests.Report(
            open.Where(i => i.Value.Minor != 0).Select(i => new AsOfQueriesTests.Line($"{i.Key}", i.Value.OrganizationId, i.Value.Minor)),
            credit.Where(c => c.Value.Minor != 0).Select(c => new AsOfQueriesTests.Line($"{c.Key}", c.Value.OrganizationId, c.Value.Minor)));

        void Apply(int invoiceId, Guid? source, long minor)
        {
            if (!open.TryGetValue(invoiceId, out var invoice))
            {
                return; // not issued yet: the money waits
            }

            open[invoiceId] = invoice with { Minor = invoice.Minor - minor };
            if (source is { } id && credit.TryGetValue(id, out var left))
            {
                credit[id] = left with { Minor = left.Minor - minor };
            }
        }

        bool Happened(DateOnly on, DateTime recordedAt) => on <= at.On && (at.KnownAt is null || recordedAt <= at.KnownAt);
    }
}
