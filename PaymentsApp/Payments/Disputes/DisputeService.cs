using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Disputes;

/// <summary>
/// Answers and closes disputes; a payment that is too small opens them. Finance for every client, a sales rep for own client accounts.
/// </summary>
public sealed class DisputeService(LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>Adds a message. Sent again with the same id, it is not added again.</summary>
    public Task<CorrectionResult> AnswerAsync(Guid disputeId, Guid messageId, string text, CancellationToken cancel) =>
        ChangeAsync(disputeId, messageId, text, isTextNeeded: true, (_, message, _) => message, cancel);

    /// <summary>Closes the dispute, with a last word or without.</summary>
    public Task<CorrectionResult> CloseAsync(Guid disputeId, Guid messageId, DisputeOutcome outcome, string text, CancellationToken cancel) =>
        ChangeAsync(
            disputeId,
            messageId,
            text,
            isTextNeeded: false,
            (dispute, message, recorded) =>
            {
                dispute.Close(outcome, recorded);
                return message;
            },
            cancel);

    private Task<CorrectionResult> ChangeAsync(
        Guid disputeId, Guid messageId, string text, bool isTextNeeded, Func<Dispute, DisputeMessage?, Recorded, DisputeMessage?> change, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.DiscussDisputes, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                var dispute = await db.Disputes.AsTracking().SingleOrDefaultAsync(
                    found => found.Id == disputeId && access.VisibleInvoices(db).Any(invoice => invoice.Id == found.InvoiceId), cancel);
                if (dispute is null)
                {
                    return Refused(new PaymentProblem.NotFound("Dispute"));
                }

                if (await db.DisputeMessages.AnyAsync(message => message.Id == messageId, cancel))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                text = text.Trim();
                if (Check(dispute, text, isTextNeeded) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var message = change(dispute, text.Length == 0 ? null : new DisputeMessage(messageId, dispute.Id, text, recorded.At, recorded.ById), recorded);
                if (message is not null)
                {
                    db.DisputeMessages.Add(message);
                }

                var fact = dispute.ClosedAt is not null ? DisputeAudit.Closed(dispute, message?.Text) : DisputeAudit.Answered(dispute, message!);
                await db.AppendAuditAsync(fact, recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.DisputesChanged, null, [dispute.OrganizationId], [dispute.InvoiceId]));
                return new CorrectionResult.Done();
            },
            cancel);

    private static PaymentProblem? Check(Dispute dispute, string text, bool isTextNeeded) =>
        dispute.ClosedAt is not null ? new PaymentProblem.DisputeIsClosed()
        : isTextNeeded && text.Length == 0 ? new PaymentProblem.MessageMissing()
        : PaymentChecks.CheckText("Message", text, DisputeMessage.TextLength).FirstOrDefault();

    private static CorrectionResult.Refused Refused(PaymentProblem problem) => new([problem]);
}
