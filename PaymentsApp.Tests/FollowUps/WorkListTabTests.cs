using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.FollowUps.Work;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.FollowUps;

public sealed class WorkListTabTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Keys_move_the_choice_and_what_a_colleague_has_done_leaves_the_list()
    {
        var (first, second) = (await PlannedAsync("Harbor Books", 300), await PlannedAsync("Island Air", 200));
        Show<WorkListTab>(Finance);
        Eventually(() => Assert.Equal("Harbor Books", Chosen));
        Assert.Contains("Planned for today", Words, StringComparison.Ordinal);

        await PressAsync("J");
        Eventually(() => Assert.Equal("Island Air", Chosen));
        await PressAsync("ARROWUP");
        Eventually(() => Assert.Equal("Harbor Books", Chosen));

        await DoneAsync(first);
        Eventually(() => Assert.Equal("Island Air", Chosen));
        await DoneAsync(second);
        Eventually(() => Assert.Contains("Nothing left for today", Words, StringComparison.Ordinal));
    }

    [Fact, UseCulture("en-US")]
    public async Task Broken_promises_and_open_disputes_stand_with_who_should_act()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Books");
        var invoice = await App.InvoiceAsync(client, number: "INV-1");
        await App.For(Finance).GetRequiredService<PromiseService>().PromiseAsync(
            new NotePromise(Guid.CreateVersion7(), client.Id, PaymentDesk.Dollars(40), App.Today, "Cora Contact", null, []), default);
        await App.WriteAsync(db =>
        {
            db.Disputes.Add(new Dispute(Guid.CreateVersion7(), invoice, PaymentDesk.Dollars(60), "WrongSize", null, App.Clock.RecordedBy(Finance.Id)));
            return Task.FromResult(true);
        });
        App.Time.Advance(TimeSpan.FromDays(2));

        Show<PromisesAndDisputesTab>(Finance);

        Eventually(() => Assert.Contains("Harbor Books 3/2/2026 Broken 2 days ago 40.00 USD 0.00 Cora Contact noted by Fiona Finance 0 %", Plain(Words), StringComparison.Ordinal));
        Assert.Contains("INV-1 Harbor Books Wrong size 60.00 USD 2 days Rita Rep The rep’s answer", Plain(Words), StringComparison.Ordinal);
    }

    private string Chosen => Screen.Find("li[aria-current] a").TextContent;

    private async Task<Organization> PlannedAsync(string name, decimal overdue)
    {
        var client = await App.OrganizationAsync(Rep, name);
        await App.InvoiceAsync(client, overdue, App.Today.AddDays(-60));
        await App.For(Finance).GetRequiredService<FollowUpService>().WriteAsync(
            new WriteFollowUp(Guid.CreateVersion7(), client.Id, FollowUpKind.Note, "Call", null, new PlannedAction(App.Today, false)), default);
        return client;
    }

    private Task<CorrectionResult> DoneAsync(Organization client) => App.For(Rep).GetRequiredService<FollowUpService>().WriteAsync(
        new WriteFollowUp(Guid.CreateVersion7(), client.Id, FollowUpKind.Done, "", null, null, SeenVersion: 1), default);
}
