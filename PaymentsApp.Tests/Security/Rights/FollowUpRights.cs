using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Disputes;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.FollowUps.Work;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Promises, notes and plans: Finance for all, a rep for own clients.</summary>
internal static class FollowUpRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Write<PromiseService>("PromiseAsync", Rule.Accounts, async (service, scene, app) => Answer.Of(await service.PromiseAsync(
            new NotePromise(Guid.CreateVersion7(), scene.OrganizationId, new Money(100, "USD"), app.Today, "Cora Contact", null, []), None))),
        Write<PromiseService>("WithdrawAsync", Rule.Accounts, async (service, scene, _) => Answer.Of(await service.WithdrawAsync(scene.PromiseId, "Misheard", None))),
        Read<PromiseQueries>("ListAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed((await queries.ListAsync(null, None)).Promises, promise => promise.Id == scene.PromiseId)),
        Read<PromiseQueries>("OfOrganizationAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.OfOrganizationAsync(scene.OrganizationId, None))),
        Read<PromiseQueries>("ChoiceAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.ChoiceAsync(scene.OrganizationId, None))),
        Write<FollowUpService>("WriteAsync", Rule.Accounts, async (service, scene, _) => Answer.Of(await service.WriteAsync(
            new WriteFollowUp(Guid.CreateVersion7(), scene.OrganizationId, FollowUpKind.Note, "Will call", null, null), None))),
        Read<WorkQueries>("TodayAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.TodayAsync(true, None))),
        Read<OpenDisputeQueries>("ListAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.ListAsync(null, None), dispute => dispute.Id == scene.DisputeId)),
        Read<FollowUpQueries>("OfOrganizationAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.OfOrganizationAsync(scene.OrganizationId, None))),
    ];
}
