using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// From one invoice to another.
public sealed partial class PaymentService
{
    /// <summary>Takes part or all of an allocation to another invoice; the rest stays where it was.</summary>
    public Task<CorrectionResult> MoveAsync(MoveAllocation command, CancellationToken cancel) =>
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

                if (await db.Allocations.AnyAsync(a => a.Id == command.NewAllocationId, cancel))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                if (await db.Allocations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.AllocationId, cancel) is not { } allocation)
                {
                    return Refused(new PaymentProblem.NotFound("Allocation"));
                }

                var invoices = await db.LockInvoicesAsync([.. new[] { allocation.InvoiceId, command.InvoiceId }.Distinct()], cancel);
                var payment = await db.LockPaymentAsync(allocation.PaymentId, cancel)
                    ?? throw new InvalidOperationException($"Allocation {allocation.Id} has no payment.");
                if (await db.Reversals.AnyAsync(r => r.AllocationId == allocation.Id, cancel))
                {
                    return Refused(new PaymentProblem.AlreadyUnapplied());
                }

                var from = invoices[allocation.InvoiceId];
                var to = invoices.GetValueOrDefault(command.InvoiceId);
                var payerOfInvoice = await PayerOfAsync(db, to, cancel);
                var latest = await LatestAllocationQuery.RunAsync(db, [command.InvoiceId], cancel);
                var head = await db.LockLedgerHeadAsync(cancel);
                if ((CheckMove(command, allocation, from, to) ?? head.CheckOpen(clock.Today)) is { } problem)
                {
                    return Refused(problem);
                }

                var recorded = clock.RecordedBy(access.UserId);
                var reversal = payment.Unapply(Guid.CreateVersion7(recorded.At), allocation, from, clock.Today, command.Reason, recorded);
                if (CheckApply(new ApplyCredit(command.NewAllocationId, payment.Id, command.InvoiceId, command.Amount), payment, to, payerOfInvoice, latest) is { } cannotApply)
                {
                    return Refused(cannotApply); // nothing is saved
                }

                db.Reversals.Add(reversal);
                var moved = payment.Apply(command.NewAllocationId, to!, command.Amount, clock.Today, recorded);
                db.Allocations.Add(moved);
                var rest = allocation.Amount - command.Amount;
                if (rest.IsPositive)
                {
                    db.Allocations.Add(payment.Apply(Guid.CreateVersion7(recorded.At), from, rest, clock.Today, recorded));
                }

                db.AuditEntries.Add(head.Append(PaymentAudit.Moved(payment, allocation, moved, rest, command.Reason), recorded));
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Applied, payment.Id, Concerned(payment, from, to!), [from.Id, to!.Id]));
                _logger.Moved(allocation.Id, payment.Id, moved.InvoiceId, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    private static PaymentProblem? CheckMove(MoveAllocation command, Allocation allocation, Invoice from, Invoice? to) =>
        to is null ? new PaymentProblem.NotFound("Invoice")
        : to.Id == from.Id ? new PaymentProblem.MovedToItself(from.Number)
        : command.Amount.Currency == allocation.Currency && command.Amount > allocation.Amount
            ? new PaymentProblem.MovedMoreThanApplied(from.Number, command.Amount, allocation.Amount)
        : null;
}
