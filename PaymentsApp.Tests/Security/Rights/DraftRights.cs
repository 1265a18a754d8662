using PaymentsApp.Payments;
using PaymentsApp.Payments.Drafts;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Unfinished payments: each person's own, of accounts that the person may see. That nobody sees another's is in DraftServiceTests.</summary>
internal static class DraftRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Write<DraftService>("KeepAsync", Rule.Accounts, async (service, scene, _) =>
            Answer.Found(await service.KeepAsync(Guid.CreateVersion7(), Content(scene), None) ? true : null)),
        Write<DraftService>("FindAsync", Rule.Accounts, async (service, scene, _) => Answer.Found(await service.FindAsync(await KeptAsync(service, scene), None))),
        Write<DraftService>("MineAsync", Rule.Accounts, async (service, scene, _) =>
        {
            var id = await KeptAsync(service, scene);
            var mine = (await service.MineAsync(None)).Where(draft => draft.PaymentId == id).ToList();
            return Answer.Listed(mine, _ => true);
        }),
        Write<DraftService>("DiscardAsync", Rule.Accounts, async (service, scene, _) =>
            Answer.Found(await service.DiscardAsync(await KeptAsync(service, scene), None) ? true : null)),
    ];

    private static async Task<Guid> KeptAsync(DraftService service, Scene scene)
    {
        var id = Guid.CreateVersion7();
        await service.KeepAsync(id, Content(scene), None);
        return id;
    }

    private static DraftContent Content(Scene scene) => new(
        scene.OrganizationId, "USD", 100, true, null, false, new DateOnly(2026, 3, 2), 1, "4471", null, "", ProposalState.None);
}
