using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>Notes and withdraws promises to pay. Finance for every client, a sales rep for own client accounts.</summary>
public sealed class PromiseService(LiveWrites writes, CurrentUser currentUser, CompanyClock clock, ILogger<PromiseService> logger)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The most invoices that one promise names.</summary>
    public const int InvoicesMax = 200;

    /// <summary>Notes that a client promised to pay. Sent again with the same id, it is not noted again.</summary>
    public Task<CorrectionResult> PromiseAsync(NotePromise command, CancellationToken cancel) => writes.ExecuteAsync<CorrectionResult>(
        async (db, changes, cancel) =>
        {
            if (await currentUser.FindAsync(Permission.FollowUp, db, cancel) is not { } access)
            {
                return Refused(new PaymentProblem.NotAllowed());
            }

            if (!await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == command.OrganizationId, cancel))
            {
                return Refused(new PaymentProblem.NotFound("Organization"));
            }

            if (await db.PaymentPromises.AnyAsync(promise => promise.Id == command.PromiseId, cancel))
            {
                return new CorrectionResult.AlreadyDone();
            }

            List<PaymentProblem> problems = [.. Check(command, clock.Today), .. await CheckInvoicesAsync(db, command, cancel)];
            if (problems.Count > 0)
            {
                return new CorrectionResult.Refused(problems);
            }

            var recorded = clock.RecordedBy(access.UserId);
            var promise = new PaymentPromise(command, clock.Today, recorded);
            db.PaymentPromises.Add(promise);
            await db.AppendAuditAsync(FollowUpAudit.Promised(promise), recorded, cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.FollowedUp, null, [promise.OrganizationId], []));
            logger.Promised(promise.Id, promise.OrganizationId, access.UserId);
            return new CorrectionResult.Done();
        },
        cancel);

    /// <summary>Takes a promise back: it was a misunderstanding, or the client has agreed something else.</summary>
    public Task<CorrectionResult> WithdrawAsync(Guid promiseId, string reason, CancellationToken cancel) => writes.ExecuteAsync<CorrectionResult>(
        async (db, changes, cancel) =>
        {
            if (await currentUser.FindAsync(Permission.FollowUp, db, cancel) is not { } access)
            {
                return Refused(new PaymentProblem.NotAllowed());
            }

            var promise = await db.PaymentPromises.AsTracking().SingleOrDefaultAsync(
                found => found.Id == promiseId && access.VisibleOrganizations(db).Any(organization => organization.Id == found.OrganizationId), cancel);
            if (promise is null)
            {
                return Refused(new PaymentProblem.NotFound("Promise"));
            }

            List<PaymentProblem> problems =
            [
                .. promise.WithdrawnAt is null ? [] : new PaymentProblem[] { new PaymentProblem.PromiseIsWithdrawn() },
                .. string.IsNullOrWhiteSpace(reason) ? [new PaymentProblem.ReasonMissing()] : PaymentChecks.CheckText("Reason", reason, ReasonLength),
            ];
            if (problems.Count > 0)
            {
                return new CorrectionResult.Refused(problems);
            }

            var recorded = clock.RecordedBy(access.UserId);
            promise.Withdraw(reason, recorded);
            await db.AppendAuditAsync(FollowUpAudit.Withdrawn(promise), recorded, cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.FollowedUp, null, [promise.OrganizationId], []));
            logger.PromiseWithdrawn(promise.Id, access.UserId);
            return new CorrectionResult.Done();
        },
        cancel);

    private static IEnumerable<PaymentProblem> Check(NotePromise command, DateOnly today)
    {
        if (command.Amount.Minor <= 0)
        {
            yield return new PaymentProblem.AmountNotPositive();
        }
        else if (command.Amount.Minor > RegisterPayment.LargestAmountMinor)
        {
            yield return new PaymentProblem.AmountTooLarge();
        }

        if (string.IsNullOrWhiteSpace(command.SaidBy))
        {
            yield return new PaymentProblem.PersonMissing();
        }

        foreach (var problem in FollowUpChecks.Ahead(command.PromisedOn, today)
            .Concat(PaymentChecks.CheckText("Who said it", command.SaidBy, PaymentPromise.SaidByLength))
            .Concat(PaymentChecks.CheckText("Note", command.Note, PaymentPromise.NoteLength)))
        {
            yield return problem;
        }
    }

    // The organization is visible, so its invoices are; one of somebody else answers like a missing one.
    private static async Task<IReadOnlyList<PaymentProblem>> CheckInvoicesAsync(AppDbContext db, NotePromise command, CancellationToken cancel)
    {
        if (command.InvoiceIds.Count > InvoicesMax)
        {
            return [new PaymentProblem.NotFound("Invoice")];
        }

        var ids = command.InvoiceIds.Distinct().ToList();
        var found = await db.Invoices.Where(invoice => invoice.OrganizationId == command.OrganizationId && ids.Contains(invoice.Id))
            .Select(invoice => new { invoice.Number, invoice.Currency, invoice.OutstandingMinor }).ToListAsync(cancel);
        return found.Count < ids.Count
            ? [new PaymentProblem.NotFound("Invoice")]
            : [.. found.Where(invoice => invoice.OutstandingMinor <= 0 || invoice.Currency != command.Amount.Currency)
                .Select(invoice => new PaymentProblem.InvoiceNotPromisable(invoice.Number))];
    }

    private static CorrectionResult.Refused Refused(PaymentProblem problem) => new([problem]);
}
