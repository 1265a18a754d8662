using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>Places and releases holds by hand, and sets the rules: a client's by Finance, the company's by administrators.</summary>
public sealed class HoldService(LiveWrites writes, CurrentUser currentUser, CompanyClock clock, ILogger<HoldService> logger)
{
    /// <summary>Stops new bookings of a client. Sent again with the same id, it is not placed again.</summary>
    public Task<CorrectionResult> PlaceAsync(Guid holdId, int organizationId, string reason, bool endsWhenPaid, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.HoldCredit, db, cancel) is not { } access)
                {
                    return Refused(new PaymentProblem.NotAllowed());
                }

                if (!await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == organizationId, cancel))
                {
                    return Refused(new PaymentProblem.NotFound("Organization"));
                }

                if (await db.CreditHolds.AnyAsync(hold => hold.Id == holdId, cancel))
                {
                    return new CorrectionResult.AlreadyDone();
                }

                if (CheckReason(reason) is { } problem)
                {
                    return Refused(problem);
                }

                await db.LockLedgerHeadAsync(cancel); // of two at once the second sees the first
                if ((await HoldReading.OfAsync(db, [organizationId], clock.Today, cancel)).GetValueOrDefault(organizationId)?.HoldId is not null)
                {
                    return Refused(new PaymentProblem.IsOnHold());
                }

                var recorded = clock.RecordedBy(access.UserId);
                var hold = new CreditHold(holdId, organizationId, reason, endsWhenPaid, clock.Today, recorded);
                db.CreditHolds.Add(hold);
                return await SaveAsync(db, changes, HoldAudit.Placed(hold), recorded, cancel);
            },
            cancel);

    /// <summary>Lets a client book again.</summary>
    public Task<CorrectionResult> ReleaseAsync(Guid holdId, string reason, CancellationToken cancel) => writes.ExecuteAsync<CorrectionResult>(
        async (db, changes, cancel) =>
        {
            if (await currentUser.FindAsync(Permission.HoldCredit, db, cancel) is not { } access)
            {
                return Refused(new PaymentProblem.NotAllowed());
            }

            var hold = await db.CreditHolds.AsTracking().SingleOrDefaultAsync(
                found => found.Id == holdId && access.VisibleOrganizations(db).Any(organization => organization.Id == found.OrganizationId), cancel);
            if (hold is null)
            {
                return Refused(new PaymentProblem.NotFound("Hold"));
            }

            if (hold.ReleasedAt is not null)
            {
                return Refused(new PaymentProblem.HoldIsReleased());
            }

            if (CheckReason(reason) is { } problem)
            {
                return Refused(problem);
            }

            var recorded = clock.RecordedBy(access.UserId);
            hold.Release(reason, recorded);
            return await SaveAsync(db, changes, HoldAudit.Released(hold), recorded, cancel);
        },
        cancel);

    /// <summary>Sets the rule of a client, or the company's. Sent again with the same id, it is not set again.</summary>
    public Task<CorrectionResult> SetRuleAsync(SetCreditRule command, CancellationToken cancel) => writes.ExecuteAsync<CorrectionResult>(
        async (db, changes, cancel) =>
        {
            var permission = command.OrganizationId is null ? Permission.Administer : Permission.HoldCredit;
            if (await currentUser.FindAsync(permission, db, cancel) is not { } access)
            {
                return Refused(new PaymentProblem.NotAllowed());
            }

            if (command.OrganizationId is { } organizationId
                && !await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == organizationId, cancel))
            {
                return Refused(new PaymentProblem.NotFound("Organization"));
            }

            if (await db.CreditRules.AnyAsync(rule => rule.Id == command.RuleId, cancel))
            {
                return new CorrectionResult.AlreadyDone();
            }

            if (command.Days is < 1 or > CreditRule.DaysMax || command.Limit is { Minor: < 0 or > RegisterPayment.LargestAmountMinor })
            {
                return Refused(new PaymentProblem.RuleOutOfRange(CreditRule.DaysMax));
            }

            var recorded = clock.RecordedBy(access.UserId);
            var rule = new CreditRule(command.RuleId, command.OrganizationId, command.Limit, command.Days, recorded);
            db.CreditRules.Add(rule);
            return await SaveAsync(db, changes, HoldAudit.RuleSet(rule), recorded, cancel);
        },
        cancel);

    private async Task<CorrectionResult> SaveAsync(
        AppDbContext db, ICollection<PaymentChange> changes, AuditFact fact, Recorded recorded, CancellationToken cancel)
    {
        await db.AppendAuditAsync(fact, recorded, cancel);
        await db.SaveChangesAsync(cancel);
        // The company's rule concerns every client.
        changes.Add(fact.OrganizationId is { } id ? new PaymentChange(PaymentChangeKind.FollowedUp, null, [id], []) : PaymentChange.Everything);
        logger.HoldChanged(fact.Action, fact.EntityId, recorded.ById);
        return new CorrectionResult.Done();
    }

    private static PaymentProblem? CheckReason(string reason) => string.IsNullOrWhiteSpace(reason)
        ? new PaymentProblem.ReasonMissing()
        : PaymentChecks.CheckText("Reason", reason, CreditHold.ReasonLength).FirstOrDefault();

    private static CorrectionResult.Refused Refused(PaymentProblem problem) => new([problem]);
}
