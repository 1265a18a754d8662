using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Promises;

namespace PaymentsApp.FollowUps;

/// <summary>Promises and plans of the clients on a page; whoever calls it has checked the right.</summary>
internal static class FollowUpPlans
{
    public static async Task<Dictionary<int, FollowUpPlan>> OfAsync(AppDbContext db, IReadOnlyCollection<int> ids, DateOnly today, CancellationToken cancel)
    {
        var next = await db.NextActions.Where(action => action.DueOn != null && EF.Parameter(ids).Contains(action.OrganizationId))
            .ToDictionaryAsync(action => action.OrganizationId, action => action.DueOn, cancel);
        var judged = (await PromiseJudging.ReadAsync(db, db.Organizations.Where(organization => EF.Parameter(ids).Contains(organization.Id)), today, cancel))
            .Where(item => item.Outcome.State is PromiseState.Open or PromiseState.Broken)
            .ToLookup(item => item.Promise.OrganizationId);
        return next.Keys.Union(judged.Select(group => group.Key)).ToDictionary(id => id, id =>
        {
            var open = judged[id].Where(item => item.Outcome.State == PromiseState.Open).MinBy(item => item.Promise.PromisedOn);
            var shown = open ?? judged[id].MaxBy(item => item.Promise.PromisedOn);
            return new FollowUpPlan(shown?.Promise.PromisedOn, shown is not null && open is null, next.GetValueOrDefault(id));
        });
    }
}
