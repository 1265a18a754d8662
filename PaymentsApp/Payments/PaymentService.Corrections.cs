using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Applying later and unapplying: new facts about payments that are registered.
public sealed partial class PaymentService
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 300;

    /// <summary>Applies unapplied credit to an open invoice of the same payer, or of an organization it pays for.</summary>
    public Task<CorrectionResult> ApplyAsync(ApplyCredit command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.ApplyPayments, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (await db.Allocations.AnyAsync(allocation => allocation.Id == command.AllocationId, cancel))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                var invoice = (await db.LockInvoicesAsync([command.InvoiceId], cancel)).GetValueOrDefault(command.InvoiceId);
                var payment = await db.LockPaymentAsync(command.PaymentId, cancel);
                if (CheckApply(command, payment, invoice, await PayerOfAsync(db, invoice, cancel), await LatestAllocationQuery.RunAsync(db, [command.InvoiceId], cancel))
                    is { } problem)
                {
                    return Refused(problem);
                }

                if ((await db.LockLedgerHeadAsync(cancel)).CheckOpen(clock.Today) is { } closed)
                {
                    return Refused(closed);
                }

                var before = payment!.UnappliedMinor;
                var recorded = clock.RecordedBy(access.UserId);
                var allocation = payment.Apply(command.AllocationId, invoice!, command.Amount, clock.Today, recorded);
                db.Allocations.Add(allocation);
                await db.AppendAuditAsync(PaymentAudit.Applied(payment, allocation, before), recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Applied, payment.Id, Concerned(payment, invoice!), [allocation.InvoiceId]));
                _logger.Applied(payment.Id, allocation.InvoiceId, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>Takes one allocation back; the payment keeps the money as unapplied credit.</summary>
    public Task<CorrectionResult> UnapplyAsync(UnapplyAllocation command, CancellationToken cancel) =>
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

                if (await db.Allocations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.AllocationId, cancel) is not { } allocation)
                {
                    return Refused(new PaymentProblem.NotFound("Allocation"));
                }

                var invoice = (await db.LockInvoicesAsync([allocation.InvoiceId], cancel))[allocation.InvoiceId];
                var payment = await db.LockPaymentAsync(allocation.PaymentId, cancel)
                    ?? throw new InvalidOperationException($"Allocation {allocation.Id} has no payment.");
                if (await db.Reversals.AsNoTracking().SingleOrDefaultAsync(r => r.AllocationId == allocation.Id, cancel) is { } earlier)
                {
                    return earlier.Id == command.ReversalId
                        ? new CorrectionResult.AlreadyDone()
                        : Refused(new PaymentProblem.AlreadyUnapplied());
                }

                if ((await db.LockLedgerHeadAsync(cancel)).CheckOpen(clock.Today) is { } closed)
                {
                    return Refused(closed);
                }

                var before = payment.UnappliedMinor;
                var recorded = clock.RecordedBy(access.UserId);
                var reversal = payment.Unapply(command.ReversalId, allocation, invoice, clock.Today, command.Reason, recorded);
                db.Reversals.Add(reversal);
                await db.AppendAuditAsync(PaymentAudit.Unapplied(payment, allocation, reversal, before), recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Unapplied, payment.Id, Concerned(payment, invoice), [allocation.InvoiceId]));
                _logger.Unapplied(allocation.Id, payment.Id, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    private static CorrectionResult.Refused Refused(PaymentProblem problem) => new([problem]);

    /// <summary>Who pays for the invoice's organization now; null when it pays itself.</summary>
    private static async Task<int?> PayerOfAsync(AppDbContext db, Invoice? invoice, CancellationToken cancel) => invoice is null
        ? null
        : await db.Organizations.Where(organization => organization.Id == invoice.OrganizationId)
            .Select(organization => organization.PayerId).SingleAsync(cancel);

    // Whose screens it concerns: the payer's, and those of whoever was invoiced.
    private static int[] Concerned(Payment payment, params IEnumerable<Invoice> invoices) =>
        [.. invoices.Select(invoice => invoice.OrganizationId).Prepend(payment.PayerId).Distinct()];

    private static PaymentProblem? CheckReason(string reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? new PaymentProblem.ReasonMissing()
            : PaymentChecks.CheckText("Reason", reason, ReasonLength).FirstOrDefault();

    /// <summary>Why this much of a payment cannot be applied to an invoice; null when it can.</summary>
    internal static PaymentProblem? CheckApply(
        ApplyCredit command, Payment? payment, Invoice? invoice, int? payerOfInvoice, IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        if (payment is null)
        {
            return new PaymentProblem.NotFound("Payment");
        }

        if (invoice is null)
        {
            return new PaymentProblem.NotFound("Invoice");
        }

        if (payment.IsReversed)
        {
            return new PaymentProblem.PaymentIsReversed(payment.Number);
        }

        if (invoice.OrganizationId != payment.PayerId && payerOfInvoice != payment.PayerId)
        {
            return new PaymentProblem.InvoiceOfAnotherOrganization(invoice.Number);
        }

        return PaymentChecks.CheckShare(invoice, command.Amount, payment.Currency, latest.GetValueOrDefault(invoice.Id))
            ?? (command.Amount > payment.Unapplied
                ? new PaymentProblem.AppliedMoreThanReceived(command.Amount, payment.Unapplied)
                : null);
    }
}
