using System.Globalization;
using PaymentsApp.Statements;
using PaymentsApp.Statements.Sending;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Statements: seen by whoever sees the account, sent by Finance.</summary>
internal static class StatementRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<StatementDocuments>("FindAsync", Rule.Accounts, async (statements, scene) => Answer.Found(await statements.FindAsync(Asked(scene), None))),
        Read<StatementDocuments>("CreateAsync", Rule.Accounts, async (statements, scene) =>
            Answer.Found(await statements.CreateAsync(Asked(scene), CultureInfo.InvariantCulture, None))),
        Read<StatementDocuments>("WriteManyAsync", Rule.Accounts, async (statements, scene) => Answer.Found(
            await statements.WriteManyAsync([scene.OrganizationId], Asked(scene), new MemoryStream(), _ => { }, CultureInfo.InvariantCulture, None) == 0 ? null : "a file")),
        Read<StatementService>("ReadinessAsync", Rule.FinanceWithoutId, async (statements, _) => Answer.Allowed(await statements.ReadinessAsync(None))),
        Read<StatementService>("OfferAsync", Rule.Finance, async (statements, scene) => Answer.Found(await statements.OfferAsync(Asked(scene), None))),
        Write<StatementService>("SendAsync", Rule.Finance, async (statements, scene, app) =>
        {
            await MailServerOf.SetUpAsync(app);
            return Answer.Sentence(await statements.SendAsync(
                new SendStatement(Guid.CreateVersion7(), Asked(scene), ["cora@example.com"], "Statement", "Attached"), CultureInfo.InvariantCulture, None));
        }),
        Write<StatementService>("SendManyAsync", Rule.Finance, async (statements, scene, app) =>
        {
            await MailServerOf.SetUpAsync(app);
            var sent = await statements.SendManyAsync(Guid.CreateVersion7(), [scene.OrganizationId], Asked(scene), _ => { }, CultureInfo.InvariantCulture, None);
            return Answer.Found(sent.Queued == 0 ? null : "a mail");
        }),
    ];

    private static StatementAsked Asked(Scene scene) => new(scene.OrganizationId, StatementForm.Activity, new DateOnly(2030, 1, 1), new DateOnly(2020, 1, 1));
}
