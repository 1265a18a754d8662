using Microsoft.EntityFrameworkCore;
using PaymentsApp.Organizations.Edit;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Editing organizations: Finance only.</summary>
internal static class OrganizationRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<OrganizationService>("FindAsync", Rule.Finance, async (service, scene) => Answer.Found(await service.FindAsync(scene.OrganizationId, None))),
        Read<OrganizationService>("StartAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.StartAsync(None))),
        Read<OrganizationService>("SalesRepsAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.SalesRepsAsync(None))),
        Write<OrganizationService>("SaveAsync", Rule.Finance, SaveAsync),
    ];

    private static async Task<Answer> SaveAsync(OrganizationService service, Scene scene, TestDatabase app)
    {
        var before = await BeforeAsync(scene, app);
        return await service.SaveAsync(new SaveOrganization(scene.OrganizationId, before, before with { PaymentTermsDays = 45 }), None) switch
        {
            SaveOrganizationResult.Refused { Problems: ["You may not edit organizations."] } => Answer.Denied,
            SaveOrganizationResult.Refused refused => Answer.Sentence(string.Join(' ', refused.Problems)),
            var saved => Answer.Found(saved),
        };
    }

    // What the form showed; read past the service, so that only the save is tried.
    private static Task<OrganizationValues> BeforeAsync(Scene scene, TestDatabase app) => app.ReadAsync(async db =>
        await db.Organizations.Include(organization => organization.Contacts).SingleOrDefaultAsync(organization => organization.Id == scene.OrganizationId)
            is { } organization
            ? new OrganizationValues(
                organization.CustomerNumber, organization.Name, organization.Currency, organization.PaymentTermsDays, organization.OwnerId, organization.PayerId,
                [.. organization.Contacts.Select(contact => new ContactValues(contact.Name, contact.Email, contact.Phone, contact.Role))])
            : new OrganizationValues(scene.CustomerNumber, "Nobody", "USD", 30, null, null, []));
}
