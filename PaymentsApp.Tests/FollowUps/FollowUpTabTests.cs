using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.FollowUps;

public sealed class FollowUpTabTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Promise_appears_as_a_colleague_notes_it_and_is_kept_as_the_money_comes()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        var invoice = await App.InvoiceAsync(client, number: "INV-1");
        Show<FollowUpTab>(Rep, (nameof(FollowUpTab.OrganizationId), client.Id));
        Eventually(() => Assert.Contains("Nothing was noted yet.", Words, StringComparison.Ordinal));

        await App.For(Finance).GetRequiredService<PromiseService>().PromiseAsync(
            new NotePromise(Guid.CreateVersion7(), client.Id, PaymentDesk.Dollars(40), App.Today.AddDays(4), "Cora Contact", null, [invoice.Id]), default);
        Eventually(() => Assert.Contains("40.00 USD by 3/6/2026 Open Cora Contact, noted by Fiona Finance · for INV-1", Plain(Words), StringComparison.Ordinal));

        await App.PaymentAsync(Finance, client, 40, [(invoice, 40)]);
        Eventually(() => Assert.Contains("Kept", Words, StringComparison.Ordinal));
        Assert.Contains("100 % kept of 1 in a year", Plain(Words), StringComparison.Ordinal);
    }

    [Fact, UseCulture("en-US")]
    public async Task Plan_of_today_is_due_and_gone_when_a_colleague_has_done_it()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        var service = App.For(Finance).GetRequiredService<FollowUpService>();
        await service.WriteAsync(new WriteFollowUp(Guid.CreateVersion7(), client.Id, FollowUpKind.Call, "Calls back", "Cora", new PlannedAction(App.Today, false)), default);
        Show<FollowUpTab>(Rep, (nameof(FollowUpTab.OrganizationId), client.Id));
        Eventually(() => Assert.Contains("Due Anyone in Finance", Plain(Words), StringComparison.Ordinal));
        Assert.Contains("Call with Cora · Fiona Finance", Plain(Words), StringComparison.Ordinal);

        await service.WriteAsync(new WriteFollowUp(Guid.CreateVersion7(), client.Id, FollowUpKind.Done, "", null, null, SeenVersion: 1), default);

        Eventually(() => Assert.Contains("Nothing is planned.", Words, StringComparison.Ordinal));
    }
}
