using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Reminders;

/// <summary>What is to be reminded today, and the release of it. Finance only.</summary>
public sealed class ReminderService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>How many proposals are shown; more come when these are released.</summary>
    public const int ProposalsMax = 200;

    /// <summary>The reminders that are due and wait for a person, the highest level and the oldest debt first.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<IReadOnlyList<ReminderProposal>> ProposalsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        List<ReminderProposal> proposals = [];
        foreach (var policy in await DueReminders.PoliciesAsync(db, cancel))
        {
            foreach (var level in policy.Levels)
            {
                proposals.AddRange(await ProposalsAsync(db, policy, level, ProposalsMax, cancel));
            }
        }

        return [.. proposals.OrderByDescending(proposal => proposal.Level.Number).ThenBy(proposal => proposal.OldestDueOn).Take(ProposalsMax)];
    }

    /// <summary>Queues the mails of these proposals. What was paid meanwhile is left out.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<ReleaseResult> ReleaseAsync(IReadOnlyList<ReminderKey> keys, CultureInfo culture, CancellationToken cancel)
    {
        var (queued, gone) = (0, 0);
        List<string> without = [];
        foreach (var key in keys)
        {
            // One transaction each: a payment never waits for a hundred mails.
            var (isQueued, name) = await writes.ExecuteAsync(
                async (db, changes, stop) =>
                {
                    var access = await currentUser.RequireAsync(Permission.SendMail, db, stop);
                    var isQueued = await ReminderRelease.QueueAsync(db, key, clock, access.UserId, culture, changes, stop);
                    return (isQueued, isQueued is null ? await db.Organizations.Where(found => found.Id == key.OrganizationId).Select(found => found.Name).SingleAsync(stop) : string.Empty);
                },
                cancel);
            queued += isQueued is true ? 1 : 0;
            gone += isQueued is false ? 1 : 0;
            if (isQueued is null)
            {
                without.Add(name);
            }
        }

        return new ReleaseResult(queued, gone, without);
    }

    /// <summary>What a policy that sends by itself has due; in the name of the program.</summary>
    internal async Task<int> ReleaseAutomaticAsync(CancellationToken stop)
    {
        List<ReminderKey> due = [];
        await using (var db = await contexts.CreateDbContextAsync(stop))
        {
            if (!await db.MailSettings.AnyAsync(settings => settings.IsOn, stop))
            {
                return 0;
            }

            foreach (var policy in (await DueReminders.PoliciesAsync(db, stop)).Where(policy => policy.IsAutomatic))
            {
                foreach (var level in policy.Levels)
                {
                    due.AddRange((await ProposalsAsync(db, policy, level, int.MaxValue, stop)).Select(proposal => new ReminderKey(proposal.OrganizationId, level.Number)));
                }
            }
        }

        var queued = 0;
        foreach (var key in due)
        {
            queued += await writes.ExecuteAsync(
                (db, changes, cancel) => ReminderRelease.QueueAsync(db, key, clock, SystemUser.Id, CultureInfo.GetCultureInfo("en-US"), changes, cancel), stop) is true ? 1 : 0;
        }

        return queued;
    }

    private async Task<IReadOnlyList<ReminderProposal>> ProposalsAsync(AppDbContext db, ReminderPolicy policy, ReminderLevel level, int max, CancellationToken cancel)
    {
        var today = clock.Today;
        var sums = await DueReminders.InvoicesOf(db, policy, level, today, clock.Now)
            .GroupBy(invoice => new { invoice.OrganizationId, invoice.Currency })
            .Select(group => new { group.Key.OrganizationId, group.Key.Currency, Count = group.Count(), Minor = group.Sum(invoice => invoice.OutstandingMinor), Oldest = group.Min(invoice => invoice.DueOn) })
            .OrderBy(sum => sum.Oldest).ThenBy(sum => sum.OrganizationId).Take(max).ToListAsync(cancel);
        var ids = sums.Select(sum => sum.OrganizationId).Distinct().ToList();
        var names = await db.Organizations.Where(found => ids.Contains(found.Id)).ToDictionaryAsync(found => found.Id, found => found.Name, cancel);
        List<ReminderProposal> proposals = [];
        foreach (var group in sums.GroupBy(sum => sum.OrganizationId))
        {
            var oldest = group.Min(sum => sum.Oldest);
            proposals.Add(new ReminderProposal(
                group.Key, names[group.Key], level, policy.Name, group.Sum(sum => sum.Count), [.. group.Select(sum => new Money(sum.Minor, sum.Currency))], oldest,
                today.DayNumber - oldest.DayNumber, await MailRecipients.OfAsync(db, group.Key, level.ContactRole, cancel)));
        }

        return proposals;
    }
}
