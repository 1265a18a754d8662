using PaymentsApp.Collection.Outstanding;
using PaymentsApp.Collection.Outstanding.Rows;
using PaymentsApp.Domain;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Who owes what, now and at a past moment.</summary>
internal static class OutstandingRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly AsOf Late = new(new DateOnly(2099, 1, 1));

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<OutstandingQueries>("PageAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed((await queries.PageAsync(ListOf(scene), None)).Rows, row => row.Id == scene.OrganizationId)),
        Read<OutstandingQueries>("TotalsAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed((await queries.TotalsAsync(ListOf(scene), None)).Aging, _ => true)),
        Read<OutstandingQueries>("IdsAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.IdsAsync(new OutstandingSelection(new OutstandingList(), IsAll: false, [scene.OrganizationId]), None), id => id == scene.OrganizationId)),
        Read<OutstandingQueries>("OwnersAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.OwnersAsync(None))),
        Read<OutstandingQueries>("PastAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed((await queries.PastAsync(Late, null, None)).Sums, sum => sum.OrganizationId == scene.OrganizationId)),
        Read<OutstandingQueries>("PastPageAsync", Rule.Accounts, async (queries, scene) => Answer.Listed(
            (await queries.PastPageAsync(await queries.PastAsync(Late, null, None), ListOf(scene), None)).Page.Rows, row => row.Id == scene.OrganizationId)),
        Read<OutstandingQueries>("OpenInvoicesAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.OpenInvoicesAsync(scene.OrganizationId, null, None), row => row.Id == scene.InvoiceId)),
        Read<UnpaidRowQueries>("GroupsAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.GroupsAsync(new UnpaidList(), None))),
        Read<UnpaidRowQueries>("RowsAsync", Rule.Accounts, async (queries, scene) => Answer.Listed(
            await queries.RowsAsync(new UnpaidList(), "Harbor Monthly, March 2026", None), row => row.InvoiceId == scene.InvoiceId)),
    ];

    private static OutstandingList ListOf(Scene scene) => new(Search: scene.CustomerNumber);
}
