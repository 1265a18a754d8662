using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Taking a whole payment back.
public sealed partial class PaymentService
{
    /// <summary>Cancels a whole payment: its allocations are reversed with it, the invoices are open again.</summary>
    public Task<CorrectionResult> ReverseAsync(ReversePayment command, CancellationToken cancel) =>
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

                if (await LockWholeAsync(db, command.PaymentId, cancel) is not { } whole)
                {
                    return Refused(new PaymentProblem.NotFound("Payment"));
                }

                if (whole.ReversalId == command.ReversalId)
                {
                    return new CorrectionResult.AlreadyDone();
                }

                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckReversible(whole) ?? await CheckDepositAsync(db, whole.Payment, command.ConfirmedDepositId, cancel) ?? CheckReversedOn(command.ReversedOn, whole.Payment) ?? head.CheckOpen(command.ReversedOn)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var reversal = TakeBack(db, whole, command, recorded);
                db.AuditEntries.Add(head.Append(PaymentAudit.Reversed(whole.Payment, reversal, whole.Standing), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(whole.Change(PaymentChangeKind.Reversed));
                _logger.Reversed(whole.Payment.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>A payment with everything that is taken back with it, locked; null when there is none.</summary>
    private static async Task<WholePayment?> LockWholeAsync(AppDbContext db, Guid paymentId, CancellationToken cancel)
    {
        var standing = await StandingAllocationsAsync(db, paymentId, cancel);
        var differences = await StandingAdjustmentsAsync(db, paymentId, cancel);
        var invoices = await db.LockInvoicesAsync(InvoiceIdsOf(standing, differences), cancel);
        if (await db.LockPaymentAsync(paymentId, cancel) is not { } payment)
        {
            return null;
        }

        // Under the lock nothing can be added any more; what was added before it is in this second look.
        standing = await StandingAllocationsAsync(db, paymentId, cancel);
        differences = await StandingAdjustmentsAsync(db, paymentId, cancel);
        if (InvoiceIdsOf(standing, differences).Any(id => !invoices.ContainsKey(id)))
        {
            throw new DbUpdateConcurrencyException("An allocation was added meanwhile.");
        }

        var reversalId = await db.Reversals.Where(r => r.PaymentId == paymentId).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel);
        return new WholePayment(payment, standing, differences, invoices, await CreditNotesAsync(db, differences, cancel), reversalId);
    }

    private static PaymentProblem? CheckReversible(WholePayment whole) =>
        whole.ReversalId is not null ? new PaymentProblem.PaymentIsReversed(whole.Payment.Number)
        : whole.Payment.RefundedMinor > 0
            ? new PaymentProblem.PaymentIsRefunded(whole.Payment.Number, new Money(whole.Payment.RefundedMinor, whole.Payment.Currency))
        : null;

    private PaymentProblem? CheckReversedOn(DateOnly reversedOn, Payment payment) =>
        reversedOn < payment.ReceivedOn ? new PaymentProblem.ReversedBeforeReceived(payment.ReceivedOn)
        : reversedOn > clock.Today ? new PaymentProblem.ReceivedInFuture(reversedOn, clock.Today)
        : null;

    private static Reversal TakeBack(AppDbContext db, WholePayment whole, ReversePayment command, Recorded recorded)
    {
        db.Reversals.AddRange(whole.Standing.Select(allocation => whole.Payment.Unapply(
            Guid.CreateVersion7(recorded.At), allocation, whole.Invoices[allocation.InvoiceId], command.ReversedOn, command.Reason, recorded)));
        var reversal = whole.Payment.Reverse(command.ReversalId, command.ReversedOn, command.Reason, recorded);
        db.Reversals.Add(reversal);
        TakeBack(db, whole.Differences, whole.Invoices, whole.CreditNotes, () => Guid.CreateVersion7(recorded.At), command.ReversedOn, command.Reason, recorded);
        return reversal;
    }

    private static int[] InvoiceIdsOf(IEnumerable<Allocation> allocations, IEnumerable<Adjustment> differences) =>
        [.. allocations.Select(a => a.InvoiceId).Concat(differences.Select(a => a.InvoiceId).OfType<int>()).Distinct()];

    private static Task<List<Allocation>> StandingAllocationsAsync(AppDbContext db, Guid paymentId, CancellationToken cancel) =>
        db.Allocations.AsNoTracking()
            .Where(allocation => allocation.PaymentId == paymentId
                && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id))
            .OrderBy(allocation => allocation.InvoiceId)
            .ToListAsync(cancel);
}
