using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Statements;

/// <summary>
/// What changed the balance of one organization (open invoices less unapplied credit) between two days. Dates count as in the query behind every report
/// as of a date: a fact about an invoice counts from the issue of the invoice on, one about a payment from its receipt on. What moves between an own invoice
/// and an own payment on one day changes nothing and is not told.
/// </summary>
/// <param name="db">Inside one snapshot.</param>
/// <param name="access">Whose clients may be named.</param>
/// <param name="id">The organization.</param>
/// <param name="start">The first day.</param>
/// <param name="end">The last day.</param>
internal sealed class Movements(AppDbContext db, Access access, int id, DateOnly start, DateOnly end)
{
    private readonly List<Movement> _found = [];

    /// <summary>In the order in which they are told.</summary>
    public async Task<IReadOnlyList<Movement>> ReadAsync(CancellationToken cancel)
    {
        await AddDocumentsAsync(cancel);
        await AddPaymentsAsync(cancel);
        await AddRefundsAsync(cancel);
        await AddCreditNoteWithdrawalsAsync(cancel);
        await AddOwnAllocationsAsync(cancel);
        await AddPaidForOthersAsync(cancel);
        await AddAdjustmentsAsync(cancel);
        return [.. _found.OrderBy(movement => movement.On).ThenBy(movement => movement.Rank)];
    }

    private static DateOnly Latest(DateOnly first, params ReadOnlySpan<DateOnly> others)
    {
        foreach (var other in others)
        {
            first = other > first ? other : first;
        }

        return first;
    }

    private static string Words(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Discount => "Early-payment discount",
        AdjustmentKind.WriteOff => "Written off",
        AdjustmentKind.AgencyCommission => "Agency commission",
        AdjustmentKind.Deduction => "Deduction",
        AdjustmentKind.CreditNote => "Credit note used",
        _ => kind.ToString(),
    };

    private void Add(DateOnly on, int rank, string currency, long minor, string text)
    {
        if (on >= start && on <= end)
        {
            _found.Add(new Movement(on, rank, currency, minor, text));
        }
    }

    // A fact, and the day on which it was taken back.
    private void AddWithReversal(DateOnly on, DateOnly? reversedOn, int rank, string currency, long minor, string text, string back)
    {
        Add(on, rank, currency, minor, text);
        if (reversedOn is { } reversed)
        {
            Add(Latest(on, reversed), rank + 1, currency, -minor, back);
        }
    }

    private async Task AddDocumentsAsync(CancellationToken cancel)
    {
        var invoices = await db.Invoices.Where(i => i.OrganizationId == id && i.IssuedOn >= start && i.IssuedOn <= end).OrderBy(i => i.Id)
            .Select(i => new { i.Number, i.IssuedOn, i.DueOn, i.Currency, i.TotalMinor }).ToListAsync(cancel);
        invoices.ForEach(i => Add(i.IssuedOn, 0, i.Currency, i.TotalMinor, $"Invoice {i.Number}, due {Documents.DocumentText.Of(i.DueOn)}"));
        var notes = await db.CreditNotes.Where(n => n.OrganizationId == id && n.IssuedOn >= start && n.IssuedOn <= end).OrderBy(n => n.NumberKey)
            .Select(n => new { n.Number, n.IssuedOn, n.Currency, n.TotalMinor }).ToListAsync(cancel);
        notes.ForEach(n => Add(n.IssuedOn, 1, n.Currency, -n.TotalMinor, $"Credit note {n.Number}"));
    }

    private async Task AddPaymentsAsync(CancellationToken cancel)
    {
        var payments = await (
            from p in db.Payments
            from r in db.Reversals.Where(r => r.PaymentId == p.Id).DefaultIfEmpty()
            where p.PayerId == id && p.ReceivedOn <= end && (p.ReceivedOn >= start || r.EffectiveOn >= start)
            orderby p.Number
            select new
            {
                p.Number,
                p.Reference,
                p.ReceivedOn,
                p.Currency,
                Minor = p.AmountMinor + p.AdjustedMinor,
                ReversedOn = (DateOnly?)r.EffectiveOn,
                IsReturned = db.ReturnedPayments.Any(returned => returned.PaymentId == p.Id),
            }).ToListAsync(cancel);
        foreach (var p in payments)
        {
            var name = $"Payment {PaymentNumber.Format(p.Number)}";
            AddWithReversal(
                p.ReceivedOn, p.ReversedOn, 2, p.Currency, -p.Minor, p.Reference is null ? name : $"{name}, {p.Reference}", $"{name} {(p.IsReturned ? "returned by the bank" : "reversed")}");
        }
    }

    private async Task AddRefundsAsync(CancellationToken cancel)
    {
        var refunds = await (
            from f in db.Refunds
            join p in db.Payments on f.PaymentId equals p.Id
            from r in db.Reversals.Where(r => r.RefundId == f.Id).DefaultIfEmpty()
            where p.PayerId == id && f.RefundedOn <= end && p.ReceivedOn <= end && (f.RefundedOn >= start || p.ReceivedOn >= start || r.EffectiveOn >= start)
            orderby f.RecordedAt
            select new { f.RefundedOn, f.AmountMinor, f.Currency, p.Number, p.ReceivedOn, ReversedOn = (DateOnly?)r.EffectiveOn }).ToListAsync(cancel);
        foreach (var f in refunds)
        {
            var number = PaymentNumber.Format(f.Number);
            AddWithReversal(Latest(f.RefundedOn, f.ReceivedOn), f.ReversedOn, 6, f.Currency, f.AmountMinor, $"Refund of payment {number}", $"Refund of payment {number} taken back");
        }
    }

    private async Task AddCreditNoteWithdrawalsAsync(CancellationToken cancel)
    {
        var withdrawals = await (
            from w in db.CreditNoteWithdrawals
            join n in db.CreditNotes on w.CreditNoteId equals n.Id
            from earlier in db.CreditNoteWithdrawals.Where(earlier => earlier.Id == w.ReversesId).DefaultIfEmpty()
            where n.OrganizationId == id && w.EffectiveOn <= end && n.IssuedOn <= end && (w.EffectiveOn >= start || n.IssuedOn >= start)
            orderby w.RecordedAt
            select new
            {
                w.EffectiveOn,
                w.Kind,
                w.AmountMinor,
                w.Currency,
                n.Number,
                n.IssuedOn,
                IsRefund = w.Kind == CreditNoteWithdrawalKind.Refund || earlier.Kind == CreditNoteWithdrawalKind.Refund,
            }).ToListAsync(cancel);
        foreach (var w in withdrawals)
        {
            var isBack = w.Kind == CreditNoteWithdrawalKind.Reversal;
            var text = w.IsRefund ? $"Refund of credit note {w.Number}" : $"Credit note {w.Number} cancelled";
            Add(Latest(w.EffectiveOn, w.IssuedOn), isBack ? 7 : 6, w.Currency, isBack ? -w.AmountMinor : w.AmountMinor, isBack ? $"{text}, taken back" : text);
        }
    }

    // Payments of others for own invoices; own ones only where the money came after it was applied.
    private async Task AddOwnAllocationsAsync(CancellationToken cancel)
    {
        var allocations = await (
            from a in db.Allocations
            join i in db.Invoices on a.InvoiceId equals i.Id
            join p in db.Payments on a.PaymentId equals p.Id
            from r in db.Reversals.Where(r => r.AllocationId == a.Id).DefaultIfEmpty()
            where i.OrganizationId == id && a.AppliedOn <= end && i.IssuedOn <= end && (p.PayerId != id || (p.ReceivedOn > a.AppliedOn && p.ReceivedOn > i.IssuedOn))
                && (a.AppliedOn >= start || i.IssuedOn >= start || p.ReceivedOn >= start || r.EffectiveOn >= start)
            orderby a.RecordedAt
            select new
            {
                a.AppliedOn,
                a.AmountMinor,
                a.Currency,
                i.Number,
                i.IssuedOn,
                Payment = p.Number,
                p.ReceivedOn,
                IsOwn = p.PayerId == id,
                ReversedOn = (DateOnly?)r.EffectiveOn,
            }).ToListAsync(cancel);
        foreach (var a in allocations)
        {
            var on = Latest(a.AppliedOn, a.IssuedOn);
            var payment = PaymentNumber.Format(a.Payment);
            AddWithReversal(on, a.ReversedOn, 4, a.Currency, -a.AmountMinor, $"Payment {payment} applied to {a.Number}", $"Payment {payment} taken off {a.Number}");
            if (a.IsOwn)
            {
                AddWithReversal(Latest(on, a.ReceivedOn), a.ReversedOn, 4, a.Currency, a.AmountMinor, $"Payment {payment} was applied to {a.Number}", $"Payment {payment} is free again");
            }
        }
    }

    private async Task AddPaidForOthersAsync(CancellationToken cancel)
    {
        var clients = access.VisibleOrganizations(db);
        var allocations = await (
            from a in db.Allocations
            join i in db.Invoices on a.InvoiceId equals i.Id
            join p in db.Payments on a.PaymentId equals p.Id
            from r in db.Reversals.Where(r => r.AllocationId == a.Id).DefaultIfEmpty()
            where p.PayerId == id && i.OrganizationId != id && a.AppliedOn <= end && i.IssuedOn <= end && p.ReceivedOn <= end
                && (a.AppliedOn >= start || i.IssuedOn >= start || p.ReceivedOn >= start || r.EffectiveOn >= start)
            orderby a.RecordedAt
            select new
            {
                a.AppliedOn,
                a.AmountMinor,
                a.Currency,
                i.Number,
                i.IssuedOn,
                Payment = p.Number,
                p.ReceivedOn,
                ReversedOn = (DateOnly?)r.EffectiveOn,
                Client = clients.Where(client => client.Id == i.OrganizationId).Select(client => client.Name).FirstOrDefault(),
            }).ToListAsync(cancel);
        foreach (var a in allocations.Where(a => a.Client is not null))
        {
            var payment = PaymentNumber.Format(a.Payment);
            AddWithReversal(
                Latest(a.AppliedOn, a.IssuedOn, a.ReceivedOn), a.ReversedOn, 4, a.Currency, a.AmountMinor, $"Payment {payment} applied to {a.Number} of {a.Client}", $"Payment {payment} taken off {a.Number} of {a.Client}");
        }

        // What went to accounts that this person does not see is one sum, not invoice by invoice.
        foreach (var together in allocations.Where(a => a.Client is null).GroupBy(a => (a.Payment, On: Latest(a.AppliedOn, a.IssuedOn, a.ReceivedOn), a.ReversedOn, a.Currency)))
        {
            var payment = PaymentNumber.Format(together.Key.Payment);
            AddWithReversal(
                together.Key.On, together.Key.ReversedOn, 4, together.Key.Currency, together.Sum(a => a.AmountMinor), $"Payment {payment} applied for other accounts", $"Payment {payment} taken back from other accounts");
        }
    }

    private async Task AddAdjustmentsAsync(CancellationToken cancel)
    {
        var adjustments = await (
            from a in db.Adjustments
            join i in db.Invoices on a.InvoiceId equals i.Id
            from n in db.CreditNotes.Where(n => n.Id == a.CreditNoteId).DefaultIfEmpty()
            from r in db.Reversals.Where(r => r.AdjustmentId == a.Id).DefaultIfEmpty()
            where i.OrganizationId == id && a.EffectiveOn <= end && i.IssuedOn <= end
                && (a.CreditNoteId == null || (n.IssuedOn > a.EffectiveOn && n.IssuedOn > i.IssuedOn))
                && (a.EffectiveOn >= start || i.IssuedOn >= start || n.IssuedOn >= start || r.EffectiveOn >= start)
            orderby a.RecordedAt
            select new
            {
                a.EffectiveOn,
                a.Kind,
                a.AmountMinor,
                a.Currency,
                i.Number,
                i.IssuedOn,
                NoteIssuedOn = (DateOnly?)n.IssuedOn,
                ReversedOn = (DateOnly?)r.EffectiveOn,
            }).ToListAsync(cancel);
        foreach (var a in adjustments)
        {
            var on = Latest(a.EffectiveOn, a.IssuedOn);
            AddWithReversal(on, a.ReversedOn, 4, a.Currency, -a.AmountMinor, $"{Words(a.Kind)}, {a.Number}", $"{Words(a.Kind)} taken back, {a.Number}");
            if (a.NoteIssuedOn is { } issued)
            {
                AddWithReversal(Latest(on, issued), a.ReversedOn, 4, a.Currency, a.AmountMinor, $"Credit note was used for {a.Number}", $"Credit note is free again, {a.Number}");
            }
        }
    }
}
