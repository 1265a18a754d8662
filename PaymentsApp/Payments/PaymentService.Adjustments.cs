using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Differences: what settles an invoice without money received.
public sealed partial class PaymentService
{
    /// <summary>
    /// Writes a difference on an open invoice without a payment. Beyond what was agreed and what the person's limits allow it waits for
    /// another person, and the invoice stays open by that much.
    /// </summary>
    public Task<CorrectionResult> AdjustAsync(AdjustInvoice command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.AdjustInvoices, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                var asked = Trimmed(command.Difference);
                var invoices = await db.LockInvoicesAsync([asked.InvoiceId], cancel);
                if (await AskedBeforeAsync(db, asked, cancel) is { } earlier)
                {
                    return earlier;
                }

                if (CheckEffectiveOn(command.EffectiveOn, invoices.GetValueOrDefault(asked.InvoiceId)) is { } dateProblem)
                {
                    return Refused(dateProblem);
                }

                var facts = await DifferenceFacts.LoadAsync(db, access, [asked], invoices, [], null, command.EffectiveOn, cancel);
                if (facts.Problems.Count > 0)
                {
                    return new CorrectionResult.Refused(facts.Problems);
                }

                var head = await db.LockLedgerHeadAsync(cancel);
                if (head.CheckOpen(command.EffectiveOn) is { } closed)
                {
                    return Refused(closed);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var waits = facts.Write(db, head, null, command.EffectiveOn, recorded) > 0;
                await db.SaveChangesAsync(cancel);
                changes.Add(ChangeOf(waits ? PaymentChangeKind.ApprovalsChanged : PaymentChangeKind.Adjusted, null, invoices.Values));
                _logger.Adjusted(asked.AdjustmentId, asked.InvoiceId, access.UserId);
                return waits ? new CorrectionResult.AwaitsApproval(asked.AdjustmentId) : new CorrectionResult.Done();
            },
            cancel);

    /// <summary>Takes a difference on an invoice back: the invoice is open again by this much.</summary>
    public Task<CorrectionResult> ReverseAdjustmentAsync(ReverseAdjustment command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.AdjustInvoices, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (CheckReason(command.Reason) is { } reasonProblem)
                {
                    return Refused(reasonProblem);
                }

                if (await db.Adjustments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.AdjustmentId, cancel)
                    is not { InvoiceId: { } invoiceId } adjustment)
                {
                    return Refused(new PaymentProblem.NotFound("Difference"));
                }

                var invoices = await db.LockInvoicesAsync([invoiceId], cancel);
                if (await db.Reversals.AsNoTracking().SingleOrDefaultAsync(r => r.AdjustmentId == adjustment.Id, cancel) is { } earlier)
                {
                    return earlier.Id == command.ReversalId ? new CorrectionResult.AlreadyDone() : Refused(new PaymentProblem.AlreadyTakenBack());
                }

                var recorded = clock.RecordedBy(access.UserId);
                var notes = await CreditNotesAsync(db, [adjustment], cancel);
                if ((await db.LockLedgerHeadAsync(cancel)).CheckOpen(clock.Today) is { } closed)
                {
                    return Refused(closed);
                }

                TakeBack(db, [adjustment], invoices, notes, () => command.ReversalId, clock.Today, command.Reason, recorded);
                await db.SaveChangesAsync(cancel);
                changes.Add(ChangeOf(PaymentChangeKind.Reversed, adjustment.MadeWithPaymentId, invoices.Values));
                _logger.AdjustmentReversed(adjustment.Id, invoiceId, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    private static PaymentChange ChangeOf(PaymentChangeKind kind, Guid? paymentId, IReadOnlyCollection<Invoice> invoices) =>
        new(kind, paymentId, [.. invoices.Select(invoice => invoice.OrganizationId).Distinct()], [.. invoices.Select(invoice => invoice.Id)]);

    /// <summary>The differences of a registration; a person who may not adjust writes none.</summary>
    private static async Task<DifferenceFacts> DifferencesAsync(
        AppDbContext db, Access access, RegisterPayment command, RegistrationFacts facts, CancellationToken cancel) =>
        command.Adjustments.Count + command.ShortPays.Count == 0 ? DifferenceFacts.None
        : !access.Has(Permission.AdjustInvoices) ? DifferenceFacts.Refused(new PaymentProblem.NotAllowed())
        : await DifferenceFacts.LoadAsync(db, access, command, facts.Invoices, cancel);

    /// <summary>What came of the same id before; null when it is new.</summary>
    private static async Task<CorrectionResult?> AskedBeforeAsync(AppDbContext db, InvoiceAdjustment asked, CancellationToken cancel) =>
        await db.Adjustments.AnyAsync(adjustment => adjustment.Id == asked.AdjustmentId, cancel) ? new CorrectionResult.AlreadyDone()
        : await db.ApprovalRequests.AnyAsync(request => request.Id == asked.AdjustmentId, cancel) ? new CorrectionResult.AwaitsApproval(asked.AdjustmentId)
        : null;

    private PaymentProblem? CheckEffectiveOn(DateOnly effectiveOn, Invoice? invoice) =>
        effectiveOn > clock.Today ? new PaymentProblem.ReceivedInFuture(effectiveOn, clock.Today)
        : invoice is not null && effectiveOn < invoice.IssuedOn ? new PaymentProblem.AdjustedBeforeIssued(invoice.Number, invoice.IssuedOn)
        : null;

    private static Task<List<Adjustment>> StandingAdjustmentsAsync(AppDbContext db, Guid madeWithPaymentId, CancellationToken cancel) =>
        db.Adjustments.AsNoTracking()
            .Where(adjustment => adjustment.MadeWithPaymentId == madeWithPaymentId
                && !db.Reversals.Any(reversal => reversal.AdjustmentId == adjustment.Id))
            .OrderBy(adjustment => adjustment.InvoiceId).ThenBy(adjustment => adjustment.Id)
            .ToListAsync(cancel);

    private static async Task<Dictionary<Guid, CreditNote>> CreditNotesAsync(AppDbContext db, IEnumerable<Adjustment> adjustments, CancellationToken cancel)
    {
        var ids = adjustments.Select(adjustment => adjustment.CreditNoteId).OfType<Guid>().Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.CreditNotes.AsTracking().Where(note => ids.Contains(note.Id)).ToDictionaryAsync(note => note.Id, cancel);
    }

    /// <summary>Takes differences back, each with its audit entry; the invoices and the ledger head are locked.</summary>
    private static void TakeBack(
        AppDbContext db, IReadOnlyList<Adjustment> adjustments, IReadOnlyDictionary<int, Invoice> invoices, IReadOnlyDictionary<Guid, CreditNote> notes,
        Func<Guid> newId, DateOnly effectiveOn, string reason, Recorded recorded)
    {
        foreach (var adjustment in adjustments)
        {
            var invoice = invoices[adjustment.InvoiceId!.Value];
            var before = invoice.OutstandingMinor;
            var note = adjustment.CreditNoteId is { } noteId ? notes[noteId] : null;
            var reversal = invoice.ReverseAdjustment(newId(), adjustment, note, effectiveOn, reason, recorded);
            db.Reversals.Add(reversal);
            db.AuditEntries.Add(db.LedgerHeads.Local.Single().Append(DifferenceAudit.TakenBack(adjustment, reversal, invoice, before), recorded));
        }
    }
}
