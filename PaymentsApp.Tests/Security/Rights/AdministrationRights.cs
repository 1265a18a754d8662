using PaymentsApp.Administration;
using PaymentsApp.Domain;
using PaymentsApp.Security;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>People, settings and the audit log.</summary>
internal static class AdministrationRights
{
    private const string Password = "seven grey herons nest";

    private static readonly CancellationToken None = CancellationToken.None;

    private static int _people;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<UserQueries>("ListAsync", Rule.AdministratorWithoutId, async (queries, _) => Answer.Allowed(await queries.ListAsync("", "all", null, None))),
        Read<UserQueries>("FindAsync", Rule.Administrator, async (queries, scene) => Answer.Found(await queries.FindAsync(scene.UserId, None))),
        Write<UserService>("AddAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Found((await service.AddAsync(new NewUser("New Person", $"new{Interlocked.Increment(ref _people)}@example.com", [Roles.Finance], Password), None)).UserId)),
        Write<UserService>("ChangeRolesAsync", Rule.Administrator, async (service, scene, _) =>
            Answer.Sentence(await service.ChangeRolesAsync(scene.UserId, [Roles.Finance], None))),
        Write<UserService>("DeactivateAsync", Rule.Administrator, async (service, scene, _) => Answer.Sentence(await service.DeactivateAsync(scene.UserId, None))),
        Write<UserService>("ActivateAsync", Rule.Administrator, async (service, scene, _) => Answer.Sentence(await service.ActivateAsync(scene.UserId, None))),
        Write<UserService>("ResetPasswordAsync", Rule.Administrator, async (service, scene, _) =>
            Answer.Sentence(await service.ResetPasswordAsync(scene.UserId, Password, None))),
        Write<UserService>("SignOutEverywhereAsync", Rule.Administrator, async (service, scene, _) =>
            Answer.Sentence(await service.SignOutEverywhereAsync(scene.UserId, None))),
        Write<UserService>("UnlockAsync", Rule.Administrator, async (service, scene, _) => Answer.Sentence(await service.UnlockAsync(scene.UserId, None))),
        Read<SettingsService>("CompanyAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.CompanyAsync(None))),
        Read<SettingsService>("PaymentTypesAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.PaymentTypesAsync(None))),
        Write<SettingsService>("SaveCompanyAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Sentence(await service.SaveCompanyAsync(new CompanyForm("Harbor", "America/New_York", "USD"), None))),
        Read<CompanyDetailsService>("FindAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.FindAsync(None))),
        Read<CompanyDetailsService>("FindLogoAsync", Rule.AdministratorWithoutId, async (service, _) =>
        {
            await service.FindLogoAsync(None);
            return Answer.Allowed(true);
        }),
        Write<CompanyDetailsService>("SaveAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Sentence(await service.SaveAsync(new CompanyDetailsForm("1 Pier", "", "", "", "", "", null), None))),
        Write<CompanyDetailsService>("SaveLogoAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Allowed(await service.SaveLogoAsync("logo.gif", [1], None))),
        Write<CompanyDetailsService>("RemoveLogoAsync", Rule.AdministratorWithoutId, async (service, _, _) => Answer.Sentence(await service.RemoveLogoAsync(None))),
        Write<SettingsService>("SavePaymentTypeAsync", Rule.Administrator, async (service, scene, _) =>
            Answer.Sentence(await service.SavePaymentTypeAsync(new PaymentTypeForm(scene.PaymentTypeId, "Check", PaymentTypeKind.Check, true), None))),
        Write<SettingsService>("MovePaymentTypeAsync", Rule.Administrator, async (service, scene, _) =>
            Answer.Sentence(await service.MovePaymentTypeAsync(scene.PaymentTypeId, isUp: true, None))),
        Read<RoleLimitService>("ListAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.ListAsync(None))),
        Write<RoleLimitService>("SaveAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Sentence(await service.SaveAsync(new RoleLimitForm(Roles.Finance, new Money(50_00, "USD"), new Money(100_00, "USD")), None))),
        Read<PeriodService>("FindAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.FindAsync(None))),
        Write<PeriodService>("CloseAsync", Rule.AdministratorWithoutId, async (service, _, app) =>
            Answer.Allowed(await service.CloseAsync(app.Today, "Not a day to close", None))),
        Write<PeriodService>("RequestReopenAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Allowed(await service.RequestReopenAsync(Guid.CreateVersion7(), null, "Late invoice", None))),
        Write<PeriodService>("DecideReopenAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Allowed(await service.DecideReopenAsync(Guid.CreateVersion7(), isApproved: false, None))),
        Read<AuditQueries>("ListAsync", Rule.AdministratorWithoutId, async (queries, _) =>
            Answer.Allowed(await queries.ListAsync(new AuditFilter(null, null, null, null, null, null), null, None))),
        Read<AuditQueries>("ActorsAsync", Rule.AdministratorWithoutId, async (queries, _) => Answer.Allowed(await queries.ActorsAsync(None))),
        Read<AuditExport>("ExportAsync", Rule.AdministratorWithoutId, async (export, _) =>
            Answer.Allowed(await export.ExportAsync(new AuditFilter(null, null, null, null, null, null), new MemoryStream(), None))),
        Read<AuditQueries>("VerifyAsync", Rule.AdministratorWithoutId, async (queries, _) => Answer.Allowed(await queries.VerifyAsync(None))),
    ];
}
