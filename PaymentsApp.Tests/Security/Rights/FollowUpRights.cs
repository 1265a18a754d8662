using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Disputes;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.FollowUps.Issues;
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
        Read<IssueCloseQueries>("NextAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.NextAsync(None))),
        Write<HoldService>("PlaceAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.PlaceAsync(Guid.CreateVersion7(), scene.OrganizationId, "Never pays", true, None))),
        Write<HoldService>("ReleaseAsync", Rule.Finance, async (service, scene, _) => Answer.Of(await service.ReleaseAsync(scene.HoldId, "Paid cash", None))),
        Write<HoldService>("SetRuleAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.SetRuleAsync(new SetCreditRule(Guid.CreateVersion7(), scene.OrganizationId, new Money(100, "USD"), 30), None))),
        Read<HoldQueries>("OfOrganizationAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.OfOrganizationAsync(scene.OrganizationId, None))),
        Read<HoldQueries>("AmongAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.AmongAsync([scene.OrganizationId], None), id => id == scene.OrganizationId)),
        Read<HoldQueries>("OwnAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.OwnAsync(None))),
        Read<HoldQueries>("ReleasedAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.ReleasedAsync(None))),
        Read<HoldQueries>("CompanyRuleAsync", Rule.AdministratorWithoutId, async (queries, _) => Answer.Allowed(await queries.CompanyRuleAsync(None))),
        Read<FollowUpQueries>("OfOrganizationAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.OfOrganizationAsync(scene.OrganizationId, None))),
    ];
}
