using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// A wrong payment, registered again as it should have been.
public sealed partial class PaymentService
{
    /// <summary>
    /// Reverses a payment and registers it again with other figures, in one transaction. The reversal has the day of the wrong payment, or
    /// today when that day is closed.
    /// </summary>
    public Task<CorrectionResult> CorrectAsync(CorrectPayment command, CancellationToken cancel) =>
        writes.ExecuteAsync(
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

                if (await LockWholeAsync(db, command.Wrong, takesCreditBack: false, cancel) is not { } whole)
                {
                    return Refused(new PaymentProblem.NotFound("Payment"));
                }

                if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Right.PaymentId, cancel) is { } earlier)
                {
                    return AnswerCorrected(command, earlier);
                }

                return (CheckReversible(whole) ?? await CheckDepositAsync(db, whole.Payment, command.ConfirmedDepositId, cancel)) is { } problem ? Refused(problem) : await CorrectAsync(db, whole, command, access, changes, cancel);
            },
            cancel);

    private async Task<CorrectionResult> CorrectAsync(
        AppDbContext db, WholePayment whole, CorrectPayment command, Access access, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var wrong = whole.Payment;
        var right = Trimmed(command.Right) with
        {
            ReplacesPaymentId = wrong.Id,
            MeantForInvoiceId = command.Right.PayerId == wrong.PayerId ? wrong.MeantForInvoiceId : null, // another payer meant nothing by it
            Allocations = CarriedOver(whole, command.Right, await ClientsOfAsync(db, whole, command.Right.PayerId, cancel)),
            Credits = [], // what was used beside it stands by itself
        };
        var facts = await RegistrationFacts.LoadAsync(db, access, [right], cancel); // locks what is locked already
        var head = await db.LockLedgerHeadAsync(cancel);
        if (head.CheckOpen(right.ReceivedOn) is { } closed)
        {
            return Refused(closed);
        }

        var recorded = clock.RecordedBy(access.UserId);
        var before = whole.Standing.Select(allocation => allocation.AppliedOn).Append(wrong.ReceivedOn).Max();
        var reverse = new ReversePayment(Guid.CreateVersion7(recorded.At), wrong.Id, head.DayOfCorrection(before, clock.Today), command.Reason);
        var reversal = TakeBack(db, head, whole, reverse, recorded);

        // Only now the invoices are as open as the new payment will find them. A refusal saves nothing.
        if (facts.Check(right, clock.Today, new Dictionary<int, LatestAllocation>()) is { Count: > 0 } problems)
        {
            return new CorrectionResult.Refused(problems);
        }

        db.AuditEntries.Add(head.Append(PaymentAudit.Reversed(wrong, reversal, whole.Standing), recorded));
        var registered = Payment.Register(right, head.NextPaymentNumber(), facts.Invoices, recorded);
        Add(db, registered);
        db.AuditEntries.Add(head.Append(PaymentAudit.Registered(registered), recorded));
        CarryDifferencesOver(db, head, whole, right, recorded);
        db.CreditsBeside.AddRange((await db.CreditsBeside.AsNoTracking().Where(beside => beside.PaymentId == wrong.Id).ToListAsync(cancel))
            .Select(beside => new CreditBeside(right.PaymentId, beside.FactId, beside.Kind)));
        await CarryDepositOverAsync(db, head, wrong, registered.Payment, recorded, cancel);
        db.AuditEntries.Add(head.Append(PaymentAudit.Corrected(wrong, registered.Payment, command.Reason), recorded));
        await db.SaveChangesAsync(cancel);
        changes.Add(whole.Change(PaymentChangeKind.Reversed));
        changes.Add(new PaymentChange(
            PaymentChangeKind.Registered, right.PaymentId, facts.OrganizationsOf(right), [.. right.Allocations.Select(share => share.InvoiceId)]));
        _logger.Corrected(wrong.Id, right.PaymentId, access.UserId);
        return new CorrectionResult.Done();
    }

    /// <summary>What was applied, in the order of the invoices, as far as the new payment reaches and may pay them.</summary>
    private static List<InvoiceShare> CarriedOver(WholePayment whole, RegisterPayment right, HashSet<int> clients)
    {
        List<InvoiceShare> shares = [];
        if (right.Amount.Currency != whole.Payment.Currency || right.BankFee.Currency != whole.Payment.Currency)
        {
            return shares;
        }

        var left = right.Applicable;
        foreach (var onInvoice in whole.Standing.GroupBy(allocation => allocation.InvoiceId))
        {
            var isPayable = clients.Contains(whole.Invoices[onInvoice.Key].OrganizationId);
            var share = Money.Min(left, onInvoice.Aggregate(Money.Zero(left.Currency), (sum, allocation) => sum + allocation.Amount));
            if (isPayable && share.IsPositive)
            {
                shares.Add(new InvoiceShare(onInvoice.Key, share));
                left -= share;
            }
        }

        return shares;
    }

    // The payer itself and those it pays for now, as far as they were invoiced.
    private static async Task<HashSet<int>> ClientsOfAsync(AppDbContext db, WholePayment whole, int payerId, CancellationToken cancel)
    {
        int[] invoiced = [.. whole.Invoices.Values.Select(invoice => invoice.OrganizationId).Distinct()];
        return await db.Organizations.Where(o => invoiced.Contains(o.Id) && (o.Id == payerId || o.PayerId == payerId)).Select(o => o.Id).ToHashSetAsync(cancel);
    }

    // What was granted with the wrong payment is granted with the right one, in the name of who asked and who approved; a discount only in its time.
    private static void CarryDifferencesOver(AppDbContext db, LedgerHead head, WholePayment whole, RegisterPayment right, Recorded recorded)
    {
        foreach (var granted in right.PayerId == whole.Payment.PayerId ? whole.Differences : [])
        {
            var invoice = whole.Invoices[granted.InvoiceId!.Value];
            if (granted.Amount > invoice.Outstanding || (granted.Kind == AdjustmentKind.Discount && right.ReceivedOn > invoice.DiscountUntil))
            {
                continue;
            }

            var before = invoice.OutstandingMinor;
            var asked = new InvoiceAdjustment(
                Guid.CreateVersion7(recorded.At), invoice.Id, granted.Kind, granted.Amount, granted.ReasonCode, granted.Note, granted.CreditNoteId);
            var note = granted.CreditNoteId is { } noteId ? whole.CreditNotes[noteId] : null;
            var adjustment = invoice.Adjust(
                asked, note, right.PaymentId, right.ReceivedOn, recorded with { ById = granted.RecordedById }, granted.ApprovedById);
            db.Adjustments.Add(adjustment);
            db.AuditEntries.Add(head.Append(DifferenceAudit.Adjusted(adjustment, invoice, before), recorded));
        }
    }

    // The same figures, whatever was carried over: allocations are the service's own.
    private static CorrectionResult AnswerCorrected(CorrectPayment command, Payment earlier)
    {
        var wanted = Trimmed(command.Right) with { ReplacesPaymentId = command.Wrong, MeantForInvoiceId = null, Allocations = [], Credits = [] };
        var registered = new RegisterPayment(
            earlier.Id, earlier.PayerId, earlier.Amount, new Money(earlier.AdjustedMinor, earlier.Currency), earlier.ReceivedOn, earlier.PaymentTypeId,
            earlier.Reference, earlier.CheckDatedOn, earlier.Memo, [])
        {
            ReplacesPaymentId = earlier.ReplacesPaymentId,
        };
        return registered.Fingerprint() == wanted.Fingerprint()
            ? new CorrectionResult.AlreadyDone()
            : Refused(new PaymentProblem.RegisteredWithOtherFigures(earlier.Id, earlier.Number, earlier.Amount, earlier.ReceivedOn, command.Right.Amount));
    }
}
