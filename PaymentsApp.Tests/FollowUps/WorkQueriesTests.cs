using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.FollowUps.Work;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Disputes;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.FollowUps;

/// <summary>Who has to be looked at today, why, and in which order.</summary>
public sealed class WorkQueriesTests
{
    [Theory, BothDatabases]
    public async Task Everything_that_calls_for_somebody_is_on_the_list_until_it_is_done(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var app = desk.App;
        await app.InvoiceAsync(desk.Client, total: 500, due: app.Today.AddDays(-3));
        await app.For(desk.Finance).GetRequiredService<PromiseService>().PromiseAsync(
            new NotePromise(Guid.CreateVersion7(), desk.Client.Id, Dollars(50), app.Today.AddDays(1), "Cora", null, []), default);
        await WriteAsync(desk, desk.Finance, desk.Client, FollowUpKind.Note, new PlannedAction(app.Today.AddDays(2), IsOwn: true));
        Assert.Equal([WorkReasonKind.NewlyOverdue], Kinds(await TodayAsync(desk, desk.Finance)));

        app.Time.Advance(TimeSpan.FromDays(2));
        var item = Assert.Single((await TodayAsync(desk, desk.Finance)).Items);

        Assert.Equal([WorkReasonKind.Planned, WorkReasonKind.BrokenPromise, WorkReasonKind.NewlyOverdue], item.Reasons.Select(reason => reason.Kind));
        Assert.Equal(("Harbor Books", 5, "Fiona Finance"), (item.Organization, item.DaysLate, item.For));
        Assert.Equal([Dollars(500)], item.Overdue);

        await WriteAsync(desk, desk.Finance, desk.Client, FollowUpKind.Done, null, item.Version);
        Assert.Empty((await TodayAsync(desk, desk.Finance)).Items);
    }

    [Theory, BothDatabases]
    public async Task Answer_of_the_rep_brings_the_dispute_back_to_finance(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var shortPay = new ShortPay(Guid.CreateVersion7(), desk.Invoice.Id, Dollars(60), "WrongSize", "Half a page only");
        await desk.RegisterAsync(desk.Command() with { ShortPays = [shortPay] });
        Assert.Empty((await TodayAsync(desk, desk.Finance)).Items);

        desk.App.Time.Advance(TimeSpan.FromHours(1));
        await desk.App.For(desk.Rep).GetRequiredService<DisputeService>().AnswerAsync(shortPay.DisputeId, Guid.CreateVersion7(), "They are right", default);

        Assert.Equal([WorkReasonKind.DisputeAnswered], Kinds(await TodayAsync(desk, desk.Finance)));
        desk.App.Time.Advance(TimeSpan.FromHours(1));
        await WriteAsync(desk, desk.Finance, desk.Client, FollowUpKind.Done, null);
        Assert.Empty((await TodayAsync(desk, desk.Finance)).Items);
    }

    [Theory, BothDatabases]
    public async Task Plan_is_seen_by_who_made_it_or_by_anyone_and_reps_see_their_own_clients(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (colleague, other) = (await desk.App.FinanceAsync("Frank Finance"), await desk.App.RepAsync("Other Rep"));
        await WriteAsync(desk, desk.Finance, desk.Client, FollowUpKind.Note, new PlannedAction(desk.App.Today, IsOwn: true));

        Assert.Single((await TodayAsync(desk, desk.Finance)).Items);
        Assert.Empty((await TodayAsync(desk, colleague)).Items);
        Assert.Single((await TodayAsync(desk, colleague, isEveryones: true)).Items);
        Assert.Empty((await TodayAsync(desk, other, isEveryones: true)).Items);
        Assert.Single((await TodayAsync(desk, desk.Rep, isEveryones: true)).Items);

        await WriteAsync(desk, desk.Rep, desk.Client, FollowUpKind.Note, new PlannedAction(desk.App.Today, IsOwn: false));
        Assert.Single((await TodayAsync(desk, colleague)).Items);
    }

    [Theory, BothDatabases]
    public async Task More_money_and_more_days_come_first_and_currencies_count_in_their_own_average(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var app = desk.App;
        var (small, large, yen) = (await app.OrganizationAsync(name: "Small"), await app.OrganizationAsync(name: "Large"), await app.OrganizationAsync(name: "Yen", currency: "JPY"));
        await app.InvoiceAsync(small, total: 10, due: app.Today.AddDays(-90));
        await app.InvoiceAsync(large, total: 900, due: app.Today.AddDays(-90));
        await app.InvoiceAsync(desk.Client, total: 900, due: app.Today.AddDays(-1));
        await app.InvoiceAsync(yen, total: 1_000_000, due: app.Today.AddDays(-60));
        foreach (var client in new[] { small, large, yen, desk.Client })
        {
            await WriteAsync(desk, desk.Finance, client, FollowUpKind.Note, new PlannedAction(app.Today, IsOwn: true));
        }

        Assert.Equal(["Large", "Yen", "Harbor Books", "Small"], (await TodayAsync(desk, desk.Finance)).Items.Select(item => item.Organization));
    }

    [Theory, BothDatabases]
    public async Task Small_sums_that_become_overdue_call_for_nobody(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.App.InvoiceAsync(desk.Client, total: 5, due: desk.App.Today.AddDays(-1));
        Assert.Empty((await TodayAsync(desk, desk.Finance)).Items);

        await desk.App.InvoiceAsync(desk.Client, total: 100, due: desk.App.Today.AddDays(-1));
        Assert.Equal([WorkReasonKind.NewlyOverdue], Kinds(await TodayAsync(desk, desk.Finance)));
    }

    private static IEnumerable<WorkReasonKind> Kinds(WorkList list) => Assert.Single(list.Items).Reasons.Select(reason => reason.Kind);

    private static Task<WorkList> TodayAsync(PaymentDesk desk, TestUser person, bool isEveryones = false) =>
        desk.App.For(person).GetRequiredService<WorkQueries>().TodayAsync(isEveryones, default);

    private static async Task WriteAsync(PaymentDesk desk, TestUser person, Organization client, FollowUpKind kind, PlannedAction? next, int version = 0) =>
        Assert.IsType<CorrectionResult.Done>(await desk.App.For(person).GetRequiredService<FollowUpService>().WriteAsync(
            new WriteFollowUp(Guid.CreateVersion7(), client.Id, kind, "Said", null, next, version), default));
}
