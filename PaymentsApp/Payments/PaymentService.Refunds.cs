using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Credit that is paid back: asked for by one person, approved by another.
public sealed partial class PaymentService
{
    /// <summary>Asks to pay unapplied credit back. Nothing moves before a second person approves.</summary>
    public Task<CorrectionResult> RequestRefundAsync(RefundPayment command, CancellationToken cancel) =>
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
                var payment = await db.LockPaymentAsync(command.PaymentId, cancel);
                var isOffered = await db.PaymentTypes.AnyAsync(type => type.Id == command.PaymentTypeId && type.IsActive, cancel);
                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckRefund(command, payment) ?? head.CheckOpen(command.RefundedOn) ?? CheckRefundTexts(isOffered, command.Reason, command.Reference)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var request = new ApprovalRequest(
                    command.RefundId, ApprovalKind.Refund, ApprovalCommands.Write(command), command.Amount, command.Reason, recorded);
                request.Concern(payment!.PayerId, null, payment.Id);
                db.ApprovalRequests.Add(request);
                db.AuditEntries.Add(head.Append(PaymentAudit.RefundRequested(payment, command), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Refunded, payment.Id, [payment.PayerId], []));
                _logger.RefundRequested(command.RefundId, payment.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>The refund did not reach the payer: its money is unapplied credit again.</summary>
    public Task<CorrectionResult> ReverseRefundAsync(ReverseRefund command, CancellationToken cancel) =>
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

                if (await db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.RefundId, cancel) is not { } refund)
                {
                    return Refused(new PaymentProblem.NotFound("Refund"));
                }

                var payment = await db.LockPaymentAsync(refund.PaymentId, cancel)
                    ?? throw new InvalidOperationException($"Refund {refund.Id} has no payment.");
                if (await db.Reversals.AsNoTracking().SingleOrDefaultAsync(r => r.RefundId == refund.Id, cancel) is { } earlier)
                {
                    return earlier.Id == command.ReversalId ? new CorrectionResult.AlreadyDone() : Refused(new PaymentProblem.RefundIsReversed());
                }

                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckRefundReversedOn(command.ReversedOn, refund) ?? head.CheckOpen(command.ReversedOn)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var reversal = payment.ReverseRefund(command.ReversalId, refund, command.ReversedOn, command.Reason, recorded);
                db.Reversals.Add(reversal);
                db.AuditEntries.Add(head.Append(PaymentAudit.RefundReversed(payment, refund, reversal), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Refunded, payment.Id, [payment.PayerId], []));
                _logger.RefundReversed(refund.Id, payment.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    // In the transaction of the decision. A problem says why it cannot be, and nothing is written.
    private async Task<PaymentProblem?> CarryOutRefundAsync(
        AppDbContext db, ApprovalRequest request, Access approver, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var command = ApprovalCommands.Read<RefundPayment>(request);
        var payment = await db.LockPaymentAsync(command.PaymentId, cancel);
        var head = await db.LockLedgerHeadAsync(cancel);
        if ((CheckRefund(command, payment) ?? head.CheckOpen(command.RefundedOn)) is { } problem)
        {
            return problem;
        }

        var now = clock.RecordedBy(approver.UserId);
        var refund = payment!.Refund(command, new Recorded(now.At, request.RequestedById), approver.UserId);
        db.Refunds.Add(refund);
        db.AuditEntries.Add(head.Append(PaymentAudit.Refunded(payment, refund), now));
        changes.Add(new PaymentChange(PaymentChangeKind.Refunded, payment.Id, [payment.PayerId], []));
        _logger.Refunded(refund.Id, payment.Id, approver.UserId);
        return null;
    }

    private PaymentProblem? CheckRefund(RefundPayment command, Payment? payment) =>
        payment is null ? new PaymentProblem.NotFound("Payment")
        : payment.IsReversed ? new PaymentProblem.PaymentIsReversed(payment.Number)
        : command.Amount.Minor <= 0 ? new PaymentProblem.AmountNotPositive()
        : command.Amount.Currency != payment.Currency || command.Amount > payment.Unapplied
            ? new PaymentProblem.RefundMoreThanUnapplied(command.Amount, payment.Unapplied)
        : command.RefundedOn < payment.ReceivedOn ? new PaymentProblem.RefundedBeforeReceived(payment.ReceivedOn)
        : command.RefundedOn > clock.Today ? new PaymentProblem.ReceivedInFuture(command.RefundedOn, clock.Today)
        : null;

    private static PaymentProblem? CheckRefundTexts(bool isOffered, string reason, string? reference) =>
        !isOffered ? new PaymentProblem.PaymentTypeMissing()
        : CheckReason(reason) ?? PaymentChecks.CheckText("Reference", reference, RegisterPayment.ReferenceLength).FirstOrDefault();

    private PaymentProblem? CheckRefundReversedOn(DateOnly reversedOn, Refund refund) =>
        reversedOn < refund.RefundedOn ? new PaymentProblem.ReversedBeforeRefunded(refund.RefundedOn)
        : reversedOn > clock.Today ? new PaymentProblem.ReceivedInFuture(reversedOn, clock.Today)
        : null;
}
