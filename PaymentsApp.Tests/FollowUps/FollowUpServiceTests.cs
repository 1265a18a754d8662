using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.FollowUps;

/// <summary>Notes, calls, and what is planned next.</summary>
public sealed class FollowUpServiceTests
{
    [Theory, BothDatabases]
    public async Task Call_sets_the_next_date_and_stays_in_the_history(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var rep = ServiceOf(desk, desk.Rep);
        var call = Entry(desk, FollowUpKind.Call, "Wants a copy of the invoice") with { SpokeWith = "Cora", Next = new PlannedAction(desk.App.Today.AddDays(2), IsOwn: true) };

        Assert.IsType<CorrectionResult.Done>(await rep.WriteAsync(call, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await rep.WriteAsync(call, default));
        Assert.IsType<CorrectionResult.Done>(await rep.WriteAsync(Entry(desk, FollowUpKind.Note, "Copy sent"), default));

        var view = await ViewAsync(desk);
        Assert.Equal((desk.App.Today.AddDays(2), "Rita Rep", false), (view.NextOn, view.NextFor, view.IsDue));
        Assert.Equal(["Copy sent", "Wants a copy of the invoice"], view.Lines.Select(line => line.Text));
        Assert.Equal("Cora", view.Lines[1].SpokeWith);
        Assert.Equal("Noted", (await desk.LastAuditAsync()).Action);
        desk.App.Time.Advance(TimeSpan.FromDays(2));
        Assert.True((await ViewAsync(desk)).IsDue);
    }

    [Theory, BothDatabases]
    public async Task What_two_people_do_at_once_is_done_once_and_the_second_is_told_by_whom(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await ServiceOf(desk, desk.Finance).WriteAsync(
            Entry(desk, FollowUpKind.Note, "Call them") with { Next = new PlannedAction(desk.App.Today, IsOwn: false) }, default);
        var version = (await ViewAsync(desk)).Version;

        var results = await Task.WhenAll(
            ServiceOf(desk, desk.Finance).WriteAsync(Entry(desk, FollowUpKind.Done, "", version), default),
            ServiceOf(desk, desk.Rep).WriteAsync(Entry(desk, FollowUpKind.Done, "", version), default));

        Assert.Single(results, result => result is CorrectionResult.Done);
        var refused = Assert.IsType<CorrectionResult.Refused>(Assert.Single(results, result => result is CorrectionResult.Refused));
        var handled = Assert.IsType<PaymentProblem.HandledMeanwhile>(Assert.Single(refused.Problems));
        var view = await ViewAsync(desk);
        Assert.Equal(Assert.Single(view.Lines, line => line.Kind == FollowUpKind.Done).By, handled.ByName);
        Assert.Null(view.NextOn);
    }

    [Theory, BothDatabases]
    public async Task Two_people_who_both_saw_nothing_planned_are_kept_apart_too(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var next = new PlannedAction(desk.App.Today.AddDays(7), IsOwn: true);

        var results = await Task.WhenAll(
            ServiceOf(desk, desk.Finance).WriteAsync(Entry(desk, FollowUpKind.Done, "") with { Next = next }, default),
            ServiceOf(desk, desk.Rep).WriteAsync(Entry(desk, FollowUpKind.Done, "") with { Next = next }, default));

        Assert.Single(results, result => result is CorrectionResult.Done);
        Assert.Single((await ViewAsync(desk)).Lines);
        Assert.Equal(next.DueOn, (await ViewAsync(desk)).NextOn);
    }

    [Theory, BothDatabases]
    public async Task Others_clients_empty_notes_and_past_dates_are_refused(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var other = await desk.App.RepAsync("Other Rep");
        var note = Entry(desk, FollowUpKind.Note, "Hello");

        AssertRefused<PaymentProblem.NotFound>(await ServiceOf(desk, other).WriteAsync(note, default));
        AssertRefused<PaymentProblem.MessageMissing>(await ServiceOf(desk, desk.Rep).WriteAsync(note with { Text = " " }, default));
        AssertRefused<PaymentProblem.CardNumberInText>(await ServiceOf(desk, desk.Rep).WriteAsync(note with { Text = "4111 1111 1111 1111" }, default));
        AssertRefused<PaymentProblem.DateHasPassed>(
            await ServiceOf(desk, desk.Rep).WriteAsync(note with { Next = new PlannedAction(desk.App.Today.AddDays(-1), true) }, default));
        AssertRefused<PaymentProblem.NotFound>(await ServiceOf(desk, desk.Rep).WriteAsync(Entry(desk, FollowUpKind.Done, "", version: 7), default));
        Assert.Null(await desk.App.For(other).GetRequiredService<FollowUpQueries>().OfOrganizationAsync(desk.Client.Id, default));
        Assert.Empty((await ViewAsync(desk)).Lines);
    }

    private static WriteFollowUp Entry(PaymentDesk desk, FollowUpKind kind, string text, int version = 0) =>
        new(Guid.CreateVersion7(), desk.Client.Id, kind, text, null, null, version);

    private static FollowUpService ServiceOf(PaymentDesk desk, TestUser person) => desk.App.For(person).GetRequiredService<FollowUpService>();

    private static async Task<FollowUpView> ViewAsync(PaymentDesk desk) =>
        (await desk.App.For(desk.Rep).GetRequiredService<FollowUpQueries>().OfOrganizationAsync(desk.Client.Id, default))!;

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
