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

                if (await LockWholeAsync(db, command.PaymentId, command.TakesCreditBack, cancel) is not { } whole)
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
                var reversal = TakeBack(db, head, whole, command, recorded);
                db.AuditEntries.Add(head.Append(PaymentAudit.Reversed(whole.Payment, reversal, whole.Standing), recorded));
                await db.SaveChangesAsync(cancel);
                Tell(changes, whole);
                _logger.Reversed(whole.Payment.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>A payment with everything that is taken back with it, locked; null when there is none.</summary>
    private static async Task<WholePayment?> LockWholeAsync(AppDbContext db, Guid paymentId, bool takesCreditBack, CancellationToken cancel)
    {
        async Task<(List<Allocation> Standing, List<Adjustment> Differences, BesideCredit Beside)> LookAsync() => (
            await StandingAllocationsAsync(db, paymentId, cancel),
            await StandingAdjustmentsAsync(db, paymentId, cancel),
            takesCreditBack ? await BesideCredit.ReadAsync(db, paymentId, cancel) : BesideCredit.None);

        var (standing, differences, beside) = await LookAsync();
        var invoices = await db.LockInvoicesAsync(InvoiceIdsOf(standing.Concat(beside.Allocations), differences.Concat(beside.Nettings)), cancel);
        Dictionary<Guid, Payment> payments = [];
        foreach (var id in beside.Allocations.Select(allocation => allocation.PaymentId).Append(paymentId).Distinct().Order())
        {
            if (await db.LockPaymentAsync(id, cancel) is { } locked)
            {
                payments.Add(id, locked);
            }
        }

        if (!payments.TryGetValue(paymentId, out var payment))
        {
            return null;
        }

        // Under the lock nothing can be added any more; what was added before it is in this second look.
        (standing, differences, beside) = await LookAsync();
        if (InvoiceIdsOf(standing.Concat(beside.Allocations), differences.Concat(beside.Nettings)).Any(id => !invoices.ContainsKey(id))
            || beside.Allocations.Any(allocation => !payments.ContainsKey(allocation.PaymentId)))
        {
            throw new DbUpdateConcurrencyException("An allocation was added meanwhile.");
        }

        var reversalId = await db.Reversals.Where(r => r.PaymentId == paymentId).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel);
        var notes = await CreditNotesAsync(db, differences.Concat(beside.Nettings), cancel);
        return new WholePayment(payment, standing, differences, invoices, notes, beside, payments, reversalId);
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

    private static Reversal TakeBack(AppDbContext db, LedgerHead head, WholePayment whole, ReversePayment command, Recorded recorded)
    {
        var newId = () => Guid.CreateVersion7(recorded.At);
        db.Reversals.AddRange(whole.Standing.Select(allocation => whole.Payment.Unapply(
            newId(), allocation, whole.Invoices[allocation.InvoiceId], command.ReversedOn, command.Reason, recorded)));
        var reversal = whole.Payment.Reverse(command.ReversalId, command.ReversedOn, command.Reason, recorded);
        db.Reversals.Add(reversal);
        TakeBack(db, whole.Differences, whole.Invoices, whole.CreditNotes, newId, command.ReversedOn, command.Reason, recorded);

        // The credit was used on a day of its own, and is not given back before it.
        var text = WithNumber(command.Reason, whole.Payment.Number);
        foreach (var allocation in whole.Beside.Allocations)
        {
            var payment = whole.Payments[allocation.PaymentId];
            var before = payment.UnappliedMinor;
            var unapplied = payment.Unapply(
                newId(), allocation, whole.Invoices[allocation.InvoiceId], Later(command.ReversedOn, allocation.AppliedOn), text, recorded);
            db.Reversals.Add(unapplied);
            db.AuditEntries.Add(head.Append(PaymentAudit.Unapplied(payment, allocation, unapplied, before), recorded));
        }

        foreach (var netting in whole.Beside.Nettings)
        {
            TakeBack(db, [netting], whole.Invoices, whole.CreditNotes, newId, Later(command.ReversedOn, netting.EffectiveOn), text, recorded);
        }

        return reversal;
    }

    /// <summary>“Bounced (with P-000012)”: what was taken back because a payment was.</summary>
    private static string WithNumber(string reason, long number)
    {
        var with = $" (with {PaymentNumber.Format(number)})";
        return reason.Length + with.Length <= ReasonLength ? reason + with : reason[..(ReasonLength - with.Length)] + with;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static void Tell(ICollection<PaymentChange> changes, WholePayment whole)
    {
        changes.Add(whole.Change(PaymentChangeKind.Reversed));
        foreach (var change in whole.ChangesBeside())
        {
            changes.Add(change);
        }
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
