using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// Credit that is there already: unapplied money of earlier payments, and credit notes.
public sealed partial class PaymentService
{
    /// <summary>Settles invoices with existing credit, several at once, all or nothing. Sent again, it is not done again.</summary>
    public Task<CorrectionResult> UseCreditAsync(UseCredit command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.ApplyPayments, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (command.Uses.Count == 0)
                {
                    return Refused(new PaymentProblem.AmountNotPositive());
                }

                var invoices = await db.LockInvoicesAsync([.. command.Uses.Select(use => use.InvoiceId).Distinct()], cancel);
                var credit = await CreditFacts.LoadAsync(db, command.Uses, invoices, cancel);
                if (credit.KnowsAll(command.Uses))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                var latest = await LatestAllocationQuery.RunAsync(db, OverUsed(command.Uses, invoices), cancel);
                if (credit.Check(command.Uses, invoices, NothingBesides, latest) is { Count: > 0 } problems)
                {
                    return new CorrectionResult.Refused(problems);
                }

                var head = await db.LockLedgerHeadAsync(cancel);
                if (head.CheckOpen(clock.Today) is { } closed)
                {
                    return Refused(closed);
                }

                credit.Write(db, head, command.Uses, invoices, clock.Today, clock.RecordedBy(access.UserId), changes);
                await db.SaveChangesAsync(cancel);
                _logger.CreditUsed(command.Uses.Count, command.Uses[0].InvoiceId, access.UserId);
                return new CorrectionResult.Done();
            },
            cancel);

    /// <summary>Takes uses of credit back, one after the other; stops at the first that cannot be.</summary>
    public async Task<CorrectionResult> TakeBackCreditAsync(UseCredit command, string reason, CancellationToken cancel)
    {
        CorrectionResult result = new CorrectionResult.AlreadyDone();
        foreach (var use in command.Uses)
        {
            result = use.Kind == CreditKind.Payment
                ? await UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), use.FactId, reason), cancel)
                : await ReverseAdjustmentAsync(new ReverseAdjustment(Guid.CreateVersion7(), use.FactId, reason), cancel);
            if (result is CorrectionResult.Refused)
            {
                break;
            }
        }

        return result;
    }

    private static readonly ILookup<int, long> NothingBesides = Array.Empty<InvoiceShare>().ToLookup(share => share.InvoiceId, share => share.Amount.Minor);

    /// <summary>What is wrong with the credit of a registration; a person who may not apply uses none.</summary>
    private static async Task<IReadOnlyList<PaymentProblem>> CreditProblemsAsync(
        AppDbContext db, Access access, RegisterPayment command, RegistrationFacts facts, CreditFacts credit, CancellationToken cancel)
    {
        if (command.Credits.Count == 0)
        {
            return [];
        }

        if (!access.Has(Permission.ApplyPayments))
        {
            return [new PaymentProblem.NotAllowed()];
        }

        var besides = command.Allocations.Select(share => (share.InvoiceId, share.Amount.Minor))
            .Concat(command.Adjustments.Select(adjustment => (adjustment.InvoiceId, adjustment.Amount.Minor)))
            .ToLookup(entry => entry.InvoiceId, entry => entry.Minor);
        var latest = await LatestAllocationQuery.RunAsync(db, OverUsed(command.Credits, facts.Invoices), cancel);
        return credit.Check(command.Credits, facts.Invoices, besides, latest);
    }

    private static int[] OverUsed(IReadOnlyList<CreditUse> uses, IReadOnlyDictionary<int, Invoice> invoices) =>
    [
        .. uses.Where(use => invoices.TryGetValue(use.InvoiceId, out var invoice) && use.Amount.Minor > invoice.OutstandingMinor)
            .Select(use => use.InvoiceId).Distinct(),
    ];
}
