using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Credit notes that are wrong, or paid back. Collisions show by the version of the credit note.
public sealed partial class PaymentService
{
    /// <summary>Cancels a credit note, and takes it off its invoices where the command says so. Sent again, it is not done again.</summary>
    public Task<CorrectionResult> CancelCreditNoteAsync(CancelCreditNote command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.ApplyPayments, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (CheckReason(command.Reason) is { } reasonProblem)
                {
                    return Refused(reasonProblem);
                }

                if (await db.CreditNoteWithdrawals.AnyAsync(w => w.Id == command.WithdrawalId, cancel))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                var nettings = await StandingNettingsAsync(db, command.CreditNoteId, cancel);
                var invoices = await db.LockInvoicesAsync(InvoiceIdsOf([], nettings), cancel);
                if (await WholeNoteAsync(db, command.CreditNoteId, nettings, cancel) is not { } whole)
                {
                    return Refused(new PaymentProblem.NotFound("Credit note"));
                }

                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckCancel(command, whole) ?? CheckWithdrawnOn(command.CancelledOn, whole) ?? head.CheckOpen(command.CancelledOn)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var note = whole.Note;
                TakeBack(
                    db, nettings, invoices, new Dictionary<Guid, CreditNote> { [note.Id] = note }, () => Guid.CreateVersion7(recorded.At),
                    command.CancelledOn, command.Reason, recorded);
                var cancellation = note.Cancel(command.WithdrawalId, command.CancelledOn, command.Reason, recorded);
                db.CreditNoteWithdrawals.Add(cancellation);
                db.AuditEntries.Add(head.Append(CreditNoteAudit.Cancelled(note, cancellation), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Adjusted, null, [note.OrganizationId], [.. invoices.Keys]));
                _logger.CreditNoteCancelled(note.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>Asks to pay back what is left of a credit note. Nothing moves before a second person approves.</summary>
    public Task<CorrectionResult> RequestCreditNoteRefundAsync(RefundCreditNote command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.ApplyPayments, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (await db.ApprovalRequests.AnyAsync(request => request.Id == command.RefundId, cancel))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                command = command with { Reference = TrimmedOrNull(command.Reference), Reason = command.Reason.Trim() };
                var whole = await WholeNoteAsync(db, command.CreditNoteId, await StandingNettingsAsync(db, command.CreditNoteId, cancel), cancel);
                var isOffered = await db.PaymentTypes.AnyAsync(type => type.Id == command.PaymentTypeId && type.IsActive, cancel);
                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckNoteRefund(command, whole) ?? head.CheckOpen(command.RefundedOn)
                    ?? CheckRefundTexts(isOffered, command.Reason, command.Reference)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var note = whole!.Note;
                var request = new ApprovalRequest(
                    command.RefundId, ApprovalKind.CreditNoteRefund, ApprovalCommands.Write(command), command.Amount, command.Reason, recorded);
                request.Concern(note.OrganizationId, null, null);
                db.ApprovalRequests.Add(request);
                db.AuditEntries.Add(head.Append(CreditNoteAudit.RefundRequested(note, command), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Refunded, null, [note.OrganizationId], []));
                _logger.CreditNoteRefundRequested(command.RefundId, note.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>A cancellation or a refund did not happen: the credit is there again.</summary>
    public Task<CorrectionResult> ReverseWithdrawalAsync(ReverseWithdrawal command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.ApplyPayments, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (CheckReason(command.Reason) is { } reasonProblem)
                {
                    return Refused(reasonProblem);
                }

                if (await db.CreditNoteWithdrawals.AsNoTracking().SingleOrDefaultAsync(
                    w => w.Id == command.WithdrawalId && w.Kind != CreditNoteWithdrawalKind.Reversal, cancel) is not { } withdrawal)
                {
                    return Refused(new PaymentProblem.NotFound("Refund"));
                }

                if (await db.CreditNoteWithdrawals.AsNoTracking().SingleOrDefaultAsync(w => w.ReversesId == withdrawal.Id, cancel) is { } earlier)
                {
                    return earlier.Id == command.ReversalId ? new CorrectionResult.AlreadyDone() : Refused(new PaymentProblem.RefundIsReversed());
                }

                var note = await db.CreditNotes.AsTracking().SingleAsync(n => n.Id == withdrawal.CreditNoteId, cancel);
                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckBackOn(command.ReversedOn, withdrawal, note) ?? head.CheckOpen(command.ReversedOn)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var reversal = note.Reverse(withdrawal, command.ReversalId, command.ReversedOn, command.Reason, recorded);
                db.CreditNoteWithdrawals.Add(reversal);
                db.AuditEntries.Add(head.Append(CreditNoteAudit.Reversed(note, withdrawal, reversal), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Refunded, null, [note.OrganizationId], []));
                _logger.WithdrawalReversed(withdrawal.Id, note.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    // In the transaction of the decision. A problem says why it cannot be, and nothing is written.
    private async Task<PaymentProblem?> CarryOutNoteRefundAsync(
        AppDbContext db, ApprovalRequest request, Access approver, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var command = ApprovalCommands.Read<RefundCreditNote>(request);
        var whole = await WholeNoteAsync(db, command.CreditNoteId, await StandingNettingsAsync(db, command.CreditNoteId, cancel), cancel);
        var head = await db.LockLedgerHeadAsync(cancel);
        if ((CheckNoteRefund(command, whole) ?? head.CheckOpen(command.RefundedOn)) is { } problem)
        {
            return problem;
        }

        var now = clock.RecordedBy(approver.UserId);
        var note = whole!.Note;
        var refund = note.Refund(command, new Recorded(now.At, request.RequestedById), approver.UserId);
        db.CreditNoteWithdrawals.Add(refund);
        db.AuditEntries.Add(head.Append(CreditNoteAudit.Refunded(note, refund), now));
        changes.Add(new PaymentChange(PaymentChangeKind.Refunded, null, [note.OrganizationId], []));
        _logger.CreditNoteRefunded(refund.Id, note.Id, approver.UserId);
        return null;
    }

    private static PaymentProblem? CheckCancel(CancelCreditNote command, WholeCreditNote whole) =>
        whole.Withdrawals.Any(w => w.Kind == CreditNoteWithdrawalKind.Cancellation) ? new PaymentProblem.CreditNoteIsCancelled(whole.Note.Number)
        : whole.Refunded is { IsPositive: true } refunded ? new PaymentProblem.CreditNoteIsRefunded(whole.Note.Number, refunded)
        : whole.Applied is { IsPositive: true } applied && !command.TakesOffInvoices ? new PaymentProblem.CreditNoteIsApplied(whole.Note.Number, applied)
        : null;

    private PaymentProblem? CheckNoteRefund(RefundCreditNote command, WholeCreditNote? whole) =>
        whole is null ? new PaymentProblem.NotFound("Credit note")
        : command.Amount.Minor <= 0 ? new PaymentProblem.AmountNotPositive()
        : command.Amount.Currency != whole.Note.Currency || command.Amount > whole.Note.Unapplied
            ? new PaymentProblem.RefundMoreThanUnapplied(command.Amount, whole.Note.Unapplied)
        : CheckWithdrawnOn(command.RefundedOn, whole);

    private PaymentProblem? CheckWithdrawnOn(DateOnly on, WholeCreditNote whole) =>
        on < whole.LastUsedOn ? new PaymentProblem.CreditNoteUsedLater(whole.Note.Number, whole.LastUsedOn)
        : on > clock.Today ? new PaymentProblem.ReceivedInFuture(on, clock.Today)
        : null;

    private PaymentProblem? CheckBackOn(DateOnly on, CreditNoteWithdrawal withdrawal, CreditNote note) =>
        on < withdrawal.EffectiveOn ? new PaymentProblem.CreditNoteUsedLater(note.Number, withdrawal.EffectiveOn)
        : on > clock.Today ? new PaymentProblem.ReceivedInFuture(on, clock.Today)
        : null;

    private static Task<List<Adjustment>> StandingNettingsAsync(AppDbContext db, Guid creditNoteId, CancellationToken cancel) =>
        db.Adjustments.AsNoTracking()
            .Where(adjustment => adjustment.CreditNoteId == creditNoteId && !db.Reversals.Any(reversal => reversal.AdjustmentId == adjustment.Id))
            .OrderBy(adjustment => adjustment.InvoiceId).ThenBy(adjustment => adjustment.Id)
            .ToListAsync(cancel);

    private static async Task<WholeCreditNote?> WholeNoteAsync(AppDbContext db, Guid id, IReadOnlyList<Adjustment> nettings, CancellationToken cancel)
    {
        if (await db.CreditNotes.AsTracking().SingleOrDefaultAsync(note => note.Id == id, cancel) is not { } note)
        {
            return null;
        }

        var withdrawals = await db.CreditNoteWithdrawals.AsNoTracking()
            .Where(w => w.CreditNoteId == id && w.Kind != CreditNoteWithdrawalKind.Reversal && !db.CreditNoteWithdrawals.Any(r => r.ReversesId == w.Id))
            .ToListAsync(cancel);
        var whole = new WholeCreditNote(note, nettings, withdrawals);
        return whole.Applied.Minor + withdrawals.Sum(w => w.AmountMinor) == note.AppliedMinor
            ? whole
            : throw new DbUpdateConcurrencyException("The credit note was used meanwhile."); // the whole command runs again
    }
}
