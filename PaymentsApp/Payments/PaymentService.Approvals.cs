using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// What waits for a second person: asked for by one, decided by another.
public sealed partial class PaymentService
{
    /// <summary>Carries out what a colleague asked for, checked again on fresh figures. Nobody approves what they asked for.</summary>
    public Task<CorrectionResult> ApproveAsync(DecideApproval command, CancellationToken cancel) => DecideAsync(
        command with { Note = TrimmedOrNull(command.Note) },
        DifferenceAudit.Approved,
        async (db, request, note, access, changes, cancel) =>
        {
            if (request.RequestedById == access.UserId)
            {
                return new PaymentProblem.OwnRequest();
            }

            if (await CarryOutAsync(db, request, access, changes, cancel) is { } problem)
            {
                return problem;
            }

            request.Decide(isApproved: true, note, clock.RecordedBy(access.UserId));
            return null;
        },
        cancel);

    /// <summary>Says no; the reason is kept with the request.</summary>
    public Task<CorrectionResult> RejectAsync(DecideApproval command, CancellationToken cancel) => DecideAsync(
        command with { Note = TrimmedOrNull(command.Note) },
        DifferenceAudit.Rejected,
        (_, request, note, access, _, _) =>
        {
            PaymentProblem? problem = request.RequestedById == access.UserId ? new PaymentProblem.OwnRequest() : CheckReason(note ?? "");
            if (problem is null)
            {
                request.Decide(isApproved: false, note, clock.RecordedBy(access.UserId));
            }

            return Task.FromResult(problem);
        },
        cancel);

    /// <summary>Takes an own request back before anybody decided.</summary>
    public Task<CorrectionResult> WithdrawAsync(DecideApproval command, CancellationToken cancel) => DecideAsync(
        command with { Note = TrimmedOrNull(command.Note) },
        DifferenceAudit.Withdrawn,
        (_, request, note, access, _, _) =>
        {
            if (request.RequestedById != access.UserId)
            {
                return Task.FromResult<PaymentProblem?>(new PaymentProblem.NotOwnRequest());
            }

            request.Decide(isApproved: false, note, clock.RecordedBy(access.UserId));
            return Task.FromResult<PaymentProblem?>(null);
        },
        cancel);

    private Task<CorrectionResult> DecideAsync(
        DecideApproval command,
        Func<ApprovalRequest, AuditFact> fact,
        Func<AppDbContext, ApprovalRequest, string?, Access, ICollection<PaymentChange>, CancellationToken, Task<PaymentProblem?>> decide,
        CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                var request = await db.LockApprovalRequestAsync(command.RequestId, cancel);
                if (await currentUser.FindAsync(Permission.AdjustInvoices, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (request is null or { Kind: ApprovalKind.ReopenPeriod }) // the period is the administrators' affair
                {
                    return Refused(new PaymentProblem.NotFound("Request"));
                }

                if (request.DecidedAt is not null)
                {
                    return Refused(new PaymentProblem.AlreadyDecided());
                }

                if (PaymentChecks.CheckText("Note", command.Note, ReasonLength).FirstOrDefault() is { } textProblem)
                {
                    return Refused(textProblem);
                }

                if (await decide(db, request, command.Note, access, changes, cancel) is { } problem)
                {
                    return Refused(problem);
                }

                await db.AppendAuditAsync(fact(request), clock.RecordedBy(access.UserId), cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(
                    PaymentChangeKind.ApprovalsChanged, request.PaymentId,
                    request.OrganizationId is { } organizationId ? [organizationId] : [], request.InvoiceId is { } invoiceId ? [invoiceId] : []));
                _logger.Decided(request.Id, request.IsApproved is true, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>
    /// Does what was asked for, by its kind. A method of a kind locks what it needs in the usual order, checks on fresh figures and adds
    /// facts and audit entries; the fact names the one who asked and, as approver, the person of <paramref name="access"/>.
    /// </summary>
    private Task<PaymentProblem?> CarryOutAsync(
        AppDbContext db, ApprovalRequest request, Access access, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        return request.Kind switch
        {
            ApprovalKind.Adjustment => AdjustApprovedAsync(db, request, access, changes, cancel),
            ApprovalKind.CreditNoteRefund => CarryOutNoteRefundAsync(db, request, access, changes, cancel),
            ApprovalKind.Refund => CarryOutRefundAsync(db, request, access, changes, cancel),
            _ => throw new UnreachableException(request.Kind.ToString()),
        };
    }

    private async Task<PaymentProblem?> AdjustApprovedAsync(
        AppDbContext db, ApprovalRequest request, Access access, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var asked = ApprovalCommands.Read<InvoiceAdjustment>(request);
        var invoices = await db.LockInvoicesAsync([asked.InvoiceId], cancel);
        var note = asked.CreditNoteId is { } noteId ? await db.CreditNotes.AsTracking().SingleOrDefaultAsync(found => found.Id == noteId, cancel) : null;
        Dictionary<Guid, CreditNote> notes = note is null ? [] : new() { [note.Id] = note };
        if (AdjustmentChecks.Check([asked], invoices, notes, []).FirstOrDefault() is { } problem)
        {
            return problem;
        }

        if (request.PaymentId is { } paymentId
            && (await db.LockPaymentAsync(paymentId, cancel))! is { IsReversed: true } payment)
        {
            return new PaymentProblem.PaymentIsReversed(payment.Number);
        }

        var head = await db.LockLedgerHeadAsync(cancel);
        var on = head.DayOfCorrection(asked.EffectiveOn ?? clock.Today, clock.Today);
        if (head.CheckOpen(on) is { } closed)
        {
            return closed;
        }

        var recorded = clock.RecordedBy(request.RequestedById);
        DifferenceFacts.Settle(db, head, asked, invoices[asked.InvoiceId], note, request.PaymentId, on, recorded, access.UserId);
        changes.Add(ChangeOf(PaymentChangeKind.Adjusted, request.PaymentId, invoices.Values));
        return null;
    }
}
