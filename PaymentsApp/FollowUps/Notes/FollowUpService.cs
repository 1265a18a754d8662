using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Notes;

/// <summary>
/// Writes notes and calls, plans what comes next, and says that it is done. Finance for every client, a sales rep for own client accounts.
/// </summary>
public sealed class FollowUpService(LiveWrites writes, CurrentUser currentUser, CompanyClock clock, ILogger<FollowUpService> logger)
{
    /// <summary>
    /// Writes one entry. Sent again with the same id, it is not written again. Done is refused when a colleague changed the plan since the
    /// person looked: nobody's call is made twice.
    /// </summary>
    public Task<CorrectionResult> WriteAsync(WriteFollowUp command, CancellationToken cancel) => writes.ExecuteAsync<CorrectionResult>(
        async (db, changes, cancel) =>
        {
            if (await currentUser.FindAsync(Permission.FollowUp, db, cancel) is not { } access)
            {
                return new CorrectionResult.Refused([new PaymentProblem.NotAllowed()]);
            }

            if (!await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == command.OrganizationId, cancel))
            {
                return new CorrectionResult.Refused([new PaymentProblem.NotFound("Organization")]);
            }

            if (await db.FollowUpEntries.AnyAsync(entry => entry.Id == command.EntryId, cancel))
            {
                return new CorrectionResult.AlreadyDone();
            }

            var action = await db.NextActions.AsTracking().SingleOrDefaultAsync(found => found.OrganizationId == command.OrganizationId, cancel);
            List<PaymentProblem> problems = [.. Check(command, clock.Today), .. await CheckSeenAsync(db, command, action, cancel)];
            if (problems.Count > 0)
            {
                return new CorrectionResult.Refused(problems);
            }

            var written = clock.RecordedBy(access.UserId);
            var entry = new FollowUpEntry(command, written);
            var before = action?.DueOn;
            db.FollowUpEntries.Add(entry);
            action = Plan(db, action, command, written);
            await db.AppendAuditAsync(FollowUpAudit.Written(entry, before, action?.DueOn), written, cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.FollowedUp, null, [entry.OrganizationId], []));
            logger.FollowedUp(entry.Kind, entry.Id, entry.OrganizationId, access.UserId);
            return new CorrectionResult.Done();
        },
        cancel);

    private static NextAction? Plan(AppDbContext db, NextAction? action, WriteFollowUp command, Recorded written)
    {
        if (command.Kind != FollowUpKind.Done && command.Next is null)
        {
            return action;
        }

        if (action is null)
        {
            action = new NextAction(command.OrganizationId);
            db.NextActions.Add(action);
        }

        if (command.Kind == FollowUpKind.Done)
        {
            action.Handle(command.Next, written);
        }
        else
        {
            action.Plan(command.Next, written.ById);
        }

        return action;
    }

    private static async Task<IReadOnlyList<PaymentProblem>> CheckSeenAsync(
        AppDbContext db, WriteFollowUp command, NextAction? action, CancellationToken cancel)
    {
        if (command.Kind != FollowUpKind.Done || command.SeenVersion == (action?.Version ?? 0))
        {
            return [];
        }

        var latest = await db.FollowUpEntries.Where(entry => entry.OrganizationId == command.OrganizationId && (entry.Kind == FollowUpKind.Done || entry.NextOn != null))
            .OrderByDescending(entry => entry.WrittenAt)
            .Select(entry => new { entry.WrittenAt, By = db.Users.Where(user => user.Id == entry.WrittenById).Select(user => user.DisplayName).First() })
            .FirstOrDefaultAsync(cancel);
        return latest is null ? [new PaymentProblem.NotFound("Plan")] : [new PaymentProblem.HandledMeanwhile(latest.By, latest.WrittenAt, action?.DueOn)];
    }

    private static IEnumerable<PaymentProblem> Check(WriteFollowUp command, DateOnly today)
    {
        if (command.Kind != FollowUpKind.Done && string.IsNullOrWhiteSpace(command.Text))
        {
            yield return new PaymentProblem.MessageMissing();
        }

        foreach (var problem in (command.Next is { } next ? FollowUpChecks.Ahead(next.DueOn, today) : [])
            .Concat(PaymentChecks.CheckText("Text", command.Text, FollowUpEntry.TextLength))
            .Concat(PaymentChecks.CheckText("Spoken with", command.SpokeWith, FollowUpEntry.SpokeWithLength)))
        {
            yield return problem;
        }
    }
}
