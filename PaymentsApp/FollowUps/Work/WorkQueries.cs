using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Disputes;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Live;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Work;

/// <summary>
/// What there is to do today about the accounts that the person may see: planned for today, promises that were broken, disputes that were
/// answered, and larger sums that became overdue lately. What happened before somebody pressed Done does not come again.
/// </summary>
public sealed class WorkQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock, SharedReads reads)
{
    /// <summary>The most that is shown; what is done makes room for the rest.</summary>
    public const int ListMax = 100;

    /// <summary>So long something counts as newly overdue.</summary>
    public const int NewDays = 7;

    // A broken promise that nobody looked at for so long is no news.
    private const int BrokenDays = 60;

    private const int CandidatesMax = 2_000;

    /// <param name="isEveryones">False: what this person planned, and what anyone may do.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<WorkList> TodayAsync(bool isEveryones, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.FollowUp, db, cancel);
        var today = clock.Today;
        return await reads.ReadAsync(
            db, access.Scope, (nameof(WorkQueries), isEveryones ? null : access.UserId, today), (db, cancel) => ListAsync(db, access, isEveryones, today, cancel), cancel);
    }

    private async Task<WorkList> ListAsync(AppDbContext db, Access access, bool isEveryones, DateOnly today, CancellationToken cancel)
    {
        var order = await OrderAsync(db, cancel);
        var visible = access.VisibleOrganizations(db);
        List<(int OrganizationId, WorkReason Reason, DateTime? At)> found =
        [
            .. await PlannedAsync(db, visible, today, cancel),
            .. await BrokenAsync(db, visible, today, cancel),
            .. await AnsweredAsync(db, visible, cancel),
            .. await NewlyOverdueAsync(db, access, order, today, cancel),
        ];
        int[] ids = [.. found.Select(item => item.OrganizationId).Distinct()];
        var actions = await db.NextActions.Where(action => EF.Parameter(ids).Contains(action.OrganizationId)).ToDictionaryAsync(action => action.OrganizationId, cancel);
        var open = found
            .Where(item => !IsHandled(item, actions.GetValueOrDefault(item.OrganizationId)))
            .Where(item => isEveryones || actions.GetValueOrDefault(item.OrganizationId)?.ForUserId is not { } userId || userId == access.UserId)
            .ToLookup(item => item.OrganizationId, item => item.Reason);
        var overdue = await OverdueSums.OfAsync(db, [.. open.Select(group => group.Key)], today, cancel);
        var weighed = open
            .Select(group => (Id: group.Key, Reasons: group.OrderBy(reason => reason.Kind).ThenBy(reason => reason.Since).ToList(), Late: overdue.GetValueOrDefault(group.Key)))
            .Select(item => (item.Id, item.Reasons, item.Late, Weight: Weight(order, item.Reasons, item.Late, today)))
            .OrderByDescending(item => item.Weight).ThenBy(item => item.Reasons.Min(reason => reason.Since)).ThenBy(item => item.Id)
            .ToList();
        var (names, contacts, people) = await NamesAsync(db, [.. weighed.Take(ListMax).Select(item => item.Id)], actions, cancel);
        var held = await HoldReading.OfAsync(db, names.Keys, today, cancel);
        return new WorkList(
            [
                .. weighed.Take(ListMax).Select(item => new WorkItem(
                    item.Id, names[item.Id], item.Reasons, item.Late?.Amounts ?? MoneyPerCurrency.None, item.Late?.DaysLate(today) ?? 0,
                    actions.GetValueOrDefault(item.Id)?.ForUserId is { } userId ? people.GetValueOrDefault(userId) : null,
                    actions.GetValueOrDefault(item.Id)?.Version ?? 0, [.. contacts[item.Id]], item.Weight, held.ContainsKey(item.Id))),
            ],
            weighed.Count);
    }

    private static long Weight(WorkOrder order, List<WorkReason> reasons, OverdueSum? late, DateOnly today) => late is null
        ? order.WeightOf(reasons.Select(reason => reason.Amount).OfType<Money>(), 0)
        : order.WeightOf(late.Amounts, late.DaysLate(today));

    // What is planned is what is planned now; anything else must be newer than the last Done.
    private bool IsHandled((int OrganizationId, WorkReason Reason, DateTime? At) item, NextAction? action) =>
        item.Reason.Kind != WorkReasonKind.Planned && action?.HandledAt is { } handledAt
        && (item.At is { } at ? at <= handledAt : item.Reason.Since < clock.DayOf(handledAt));

    private static async Task<IEnumerable<(int, WorkReason, DateTime?)>> PlannedAsync(
        AppDbContext db, IQueryable<Organization> visible, DateOnly today, CancellationToken cancel)
    {
        var planned = await db.NextActions.Where(action => action.DueOn <= today && visible.Any(organization => organization.Id == action.OrganizationId))
            .OrderBy(action => action.DueOn).Take(CandidatesMax).Select(action => new { action.OrganizationId, action.DueOn }).ToListAsync(cancel);
        return planned.Select(action => (action.OrganizationId, new WorkReason(WorkReasonKind.Planned, action.DueOn!.Value, null), (DateTime?)null));
    }

    private static async Task<IEnumerable<(int, WorkReason, DateTime?)>> BrokenAsync(
        AppDbContext db, IQueryable<Organization> visible, DateOnly today, CancellationToken cancel) =>
        (await PromiseJudging.ReadAsync(db, visible, today, cancel))
            .Where(item => item.Outcome.State == PromiseState.Broken && item.Promise.PromisedOn >= today.AddDays(-BrokenDays))
            .Select(item => (item.Promise.OrganizationId, new WorkReason(WorkReasonKind.BrokenPromise, item.Promise.PromisedOn, item.Promise.Amount), (DateTime?)null));

    private async Task<IEnumerable<(int, WorkReason, DateTime?)>> AnsweredAsync(AppDbContext db, IQueryable<Organization> visible, CancellationToken cancel)
    {
        var answered = await DisputeTurns.Open(db, visible).Where(turn => turn.IsAnswered).Take(CandidatesMax).ToListAsync(cancel);
        return answered.Select(turn => (
            turn.OrganizationId,
            new WorkReason(WorkReasonKind.DisputeAnswered, clock.DayOf(turn.LastAt ?? turn.OpenedAt), new Money(turn.AmountMinor, turn.Currency)),
            turn.LastAt));
    }

    private static async Task<IEnumerable<(int, WorkReason, DateTime?)>> NewlyOverdueAsync(
        AppDbContext db, Access access, WorkOrder order, DateOnly today, CancellationToken cancel)
    {
        var since = today.AddDays(-NewDays);
        var sums = await access.InvoicesOfVisible(db)
            .Where(invoice => invoice.OutstandingMinor > 0 && invoice.DueOn < today && invoice.DueOn >= since)
            .GroupBy(invoice => new { invoice.OrganizationId, invoice.Currency })
            .Select(group => new { group.Key.OrganizationId, group.Key.Currency, Minor = group.Sum(invoice => invoice.OutstandingMinor), DueOn = group.Max(invoice => invoice.DueOn) })
            .ToListAsync(cancel);
        return sums.Where(sum => sum.Minor >= order.AverageMinor(sum.Currency))
            .OrderByDescending(sum => sum.Minor / order.AverageMinor(sum.Currency)).Take(CandidatesMax)
            .Select(sum => (sum.OrganizationId, new WorkReason(WorkReasonKind.NewlyOverdue, sum.DueOn, new Money(sum.Minor, sum.Currency)), (DateTime?)null));
    }

    private static async Task<WorkOrder> OrderAsync(AppDbContext db, CancellationToken cancel) => new(
        (await db.DueBalances.Where(balance => balance.OpenCount > 0).GroupBy(balance => balance.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(balance => balance.OutstandingMinor), Count = group.Sum(balance => balance.OpenCount) })
            .ToListAsync(cancel))
        .ToDictionary(sum => sum.Currency, sum => sum.Minor / sum.Count));

    private static async Task<(Dictionary<int, string> Names, ILookup<int, WorkContact> Contacts, Dictionary<string, string> People)> NamesAsync(
        AppDbContext db, int[] ids, Dictionary<int, NextAction> actions, CancellationToken cancel)
    {
        string[] userIds = [.. actions.Values.Select(action => action.ForUserId).OfType<string>().Distinct()];
        var organizations = await db.Organizations.Where(organization => EF.Parameter(ids).Contains(organization.Id))
            .Select(organization => new { organization.Id, organization.Name }).ToListAsync(cancel);
        var contacts = await db.Organizations.Where(organization => EF.Parameter(ids).Contains(organization.Id))
            .SelectMany(organization => organization.Contacts, (organization, contact) => new { organization.Id, ContactId = contact.Id, contact.Name, contact.Phone })
            .OrderBy(contact => contact.ContactId).ToListAsync(cancel);
        return (
            organizations.ToDictionary(organization => organization.Id, organization => organization.Name),
            contacts.ToLookup(contact => contact.Id, contact => new WorkContact(contact.Name, contact.Phone)),
            await db.Users.Where(user => EF.Parameter(userIds).Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel));
    }
}
