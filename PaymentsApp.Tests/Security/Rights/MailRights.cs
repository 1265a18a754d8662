using System.Globalization;
using PaymentsApp.Domain;
using PaymentsApp.Mail.Invoices;
using PaymentsApp.Mail.Messages;
using PaymentsApp.Mail.Reminders;
using PaymentsApp.Mail.Server;
using PaymentsApp.Mail.Texts;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>The outbox is Finance's, the mail server is the administrators'.</summary>
internal static class MailRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<MailQueries>("ListAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.ListAsync(new MailFilter(null), None))),
        Read<MailQueries>("FindAsync", Rule.Finance, async (queries, scene) => Answer.Found(await queries.FindAsync(scene.MailId, None))),
        Write<MailService>("WithdrawAsync", Rule.Finance, async (service, scene, _) => Answer.Sentence(await service.WithdrawAsync(scene.MailId, None))),
        Write<MailService>("SendAgainAsync", Rule.Finance, async (service, scene, _) => Answer.Sentence(await service.SendAgainAsync(scene.MailId, None))),
        Write<MailService>("ConfirmSentAsync", Rule.FinanceWithoutId, async (service, scene, _) => Answer.Allowed(await service.ConfirmSentAsync(scene.MailId, None))),
        Read<ReminderService>("ProposalsAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.ProposalsAsync(None))),
        Write<ReminderService>("ReleaseAsync", Rule.FinanceWithoutId, async (service, scene, _) =>
            Answer.Allowed(await service.ReleaseAsync([new ReminderKey(scene.OrganizationId, 1)], CultureInfo.InvariantCulture, None))),
        Read<InvoiceMailService>("BatchesAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.BatchesAsync(None))),
        Read<InvoiceMailService>("InvoicesAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.InvoicesAsync(1, null, None))),
        Write<InvoiceMailService>("SendAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Sentence((await service.SendAsync(new SendInvoices(Guid.CreateVersion7(), null, [scene.InvoiceId]), CultureInfo.InvariantCulture, None)).Problem)),
        Read<ReminderPolicyService>("ListAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.ListAsync(None))),
        Write<ReminderPolicyService>("SaveAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Sentence(await service.SaveAsync(new ReminderPolicyForm(null, "Standard", true, false, ReminderPolicy.UsualLevels), None))),
        Read<ReminderPolicyService>("ChoiceAsync", Rule.Finance, async (service, scene) => Answer.Found(await service.ChoiceAsync(scene.OrganizationId, None))),
        Write<ReminderPolicyService>("ChooseAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Sentence(await service.ChooseAsync(scene.OrganizationId, ReminderChoice.OfNone, None))),
        Read<MailTextService>("ListAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.ListAsync(None))),
        Write<MailTextService>("SaveAsync", Rule.AdministratorWithoutId, async (service, _, _) => Answer.Sentence(await service.SaveAsync("statement", null, None))),
        Read<MailTextService>("PreviewAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.PreviewAsync(new MailText("S", "T", "H"), None))),
        Read<MailSettingsService>("FindAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.FindAsync(None))),
        Write<MailSettingsService>("SaveAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Sentence(await service.SaveAsync(new MailServerForm("localhost", 25, false, null, "Harbor", "ar@example.com", null), null, None))),
        Write<MailSettingsService>("SwitchAsync", Rule.AdministratorWithoutId, async (service, _, _) => Answer.Allowed(await service.SwitchAsync(false, None) ?? "done")),
        Write<MailSettingsService>("TestAsync", Rule.AdministratorWithoutId, async (service, _, _) => Answer.Allowed(await service.TestAsync("no address", None))),
    ];
}
