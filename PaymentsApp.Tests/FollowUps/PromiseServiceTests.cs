using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.FollowUps;

/// <summary>Promises of clients: noted, kept by the money itself, broken without it, withdrawn.</summary>
public sealed class PromiseServiceTests
{
    [Theory, BothDatabases]
    public async Task Promise_is_kept_by_itself_when_the_money_arrives(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = Promise(desk, 40);

        Assert.IsType<CorrectionResult.Done>(await ServiceOf(desk, desk.Rep).PromiseAsync(command, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await ServiceOf(desk, desk.Rep).PromiseAsync(command, default));
        Assert.Equal("Promised", (await desk.LastAuditAsync()).Action);
        Assert.Equal((PromiseState.Open, 0), await StateAsync(desk));

        var registered = await desk.RegisterAsync(desk.Command());
        Assert.Equal((PromiseState.Kept, 40_00), await StateAsync(desk));

        var reversed = await desk.Payments.ReverseAsync(new ReversePayment(Guid.CreateVersion7(), registered.PaymentId, desk.App.Today, "Bounced"), default);
        Assert.IsType<CorrectionResult.Done>(reversed);
        Assert.Equal((PromiseState.Open, 0), await StateAsync(desk));
    }

    [Theory, BothDatabases]
    public async Task Promise_about_an_invoice_is_kept_by_an_agency_that_pays_it(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var agency = await desk.App.OrganizationAsync(name: "Agency");
        await desk.App.ExecuteSqlAsync($"""UPDATE "Organizations" SET "PayerId" = {agency.Id} WHERE "Id" = {desk.Client.Id}""");
        await ServiceOf(desk, desk.Rep).PromiseAsync(Promise(desk, 40) with { InvoiceIds = [desk.Invoice.Id] }, default);
        await ServiceOf(desk, desk.Rep).PromiseAsync(Promise(desk, 30), default);

        await desk.App.PaymentAsync(desk.Finance, agency, 200, [(desk.Invoice, 60)]);

        var promises = await OfClientAsync(desk);
        Assert.Equal(PromiseState.Kept, promises.Promises.Single(promise => promise.Invoices.Count == 1).State);
        var other = promises.Promises.Single(promise => promise.Invoices.Count == 0);
        Assert.Equal((PromiseState.Open, Dollars(20)), (other.State, other.Arrived));
        Assert.Equal(100, promises.Record.KeptPercent);
    }

    [Theory, BothDatabases]
    public async Task Day_after_a_promise_without_money_it_is_broken_and_the_rate_falls(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await ServiceOf(desk, desk.Finance).PromiseAsync(Promise(desk, 40), default);
        await desk.RegisterAsync(desk.Command());
        await ServiceOf(desk, desk.Finance).PromiseAsync(Promise(desk, 60), default);

        desk.App.Time.Advance(TimeSpan.FromDays(8));

        var list = await ListAsync(desk, desk.Finance);
        var broken = Assert.Single(list.Promises);
        Assert.Equal((PromiseState.Broken, 1, "Harbor Books", "Cora Contact"), (broken.State, broken.DaysLate, broken.Organization, broken.SaidBy));
        Assert.Equal((1, 1, 50), (list.Record.Kept, list.Record.Broken, list.Record.KeptPercent));
    }

    [Theory, BothDatabases]
    public async Task Withdrawn_promise_counts_no_more_and_two_people_withdraw_it_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = Promise(desk, 40);
        await ServiceOf(desk, desk.Rep).PromiseAsync(command, default);

        var results = await Task.WhenAll(
            ServiceOf(desk, desk.Rep).WithdrawAsync(command.PromiseId, "Misheard", default),
            ServiceOf(desk, desk.Finance).WithdrawAsync(command.PromiseId, "Agreed anew", default));

        Assert.Single(results, result => result is CorrectionResult.Done);
        AssertRefused<PaymentProblem.PromiseIsWithdrawn>(Assert.Single(results, result => result is CorrectionResult.Refused));
        Assert.Equal((PromiseState.Withdrawn, 0), await StateAsync(desk));
        Assert.Null((await OfClientAsync(desk)).Record.KeptPercent);
        Assert.Empty((await ListAsync(desk, desk.Rep)).Promises);
    }

    [Theory, BothDatabases]
    public async Task Reps_see_and_change_promises_of_their_own_clients_only(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var other = await desk.App.RepAsync("Other Rep");
        var command = Promise(desk, 40);

        AssertRefused<PaymentProblem.NotFound>(await ServiceOf(desk, other).PromiseAsync(command, default));
        await ServiceOf(desk, desk.Rep).PromiseAsync(command, default);
        AssertRefused<PaymentProblem.NotFound>(await ServiceOf(desk, other).WithdrawAsync(command.PromiseId, "Mine", default));

        Assert.Empty((await ListAsync(desk, other)).Promises);
        Assert.Equal(0, (await ListAsync(desk, other)).Record.Broken);
        Assert.Single((await ListAsync(desk, desk.Rep)).Promises);
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_with_a_promise_is_refused(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var foreign = await desk.App.InvoiceAsync(await desk.App.OrganizationAsync(name: "Another"));
        var euros = await desk.App.InvoiceAsync(desk.Client, currency: "EUR");
        var good = Promise(desk, 40);

        foreach (var (command, expected) in new (NotePromise, Type)[]
        {
            (good with { Amount = Dollars(0) }, typeof(PaymentProblem.AmountNotPositive)),
            (good with { PromisedOn = desk.App.Today.AddDays(-1) }, typeof(PaymentProblem.DateHasPassed)),
            (good with { PromisedOn = desk.App.Today.AddDays(400) }, typeof(PaymentProblem.DateTooFar)),
            (good with { SaidBy = " " }, typeof(PaymentProblem.PersonMissing)),
            (good with { Note = "4111 1111 1111 1111" }, typeof(PaymentProblem.CardNumberInText)),
            (good with { InvoiceIds = [foreign.Id] }, typeof(PaymentProblem.NotFound)),
            (good with { InvoiceIds = [euros.Id] }, typeof(PaymentProblem.InvoiceNotPromisable)),
        })
        {
            var refused = Assert.IsType<CorrectionResult.Refused>(await ServiceOf(desk, desk.Finance).PromiseAsync(command, default));
            Assert.IsType(expected, Assert.Single(refused.Problems));
        }

        Assert.Empty((await ListAsync(desk, desk.Finance)).Promises);
    }

    private static NotePromise Promise(PaymentDesk desk, decimal dollars) =>
        new(Guid.CreateVersion7(), desk.Client.Id, Dollars(dollars), desk.App.Today.AddDays(7), "Cora Contact", null, []);

    private static PromiseService ServiceOf(PaymentDesk desk, TestUser person) => desk.App.For(person).GetRequiredService<PromiseService>();

    private static Task<PromiseList> ListAsync(PaymentDesk desk, TestUser person) =>
        desk.App.For(person).GetRequiredService<PromiseQueries>().ListAsync(null, default);

    private static async Task<PromiseList> OfClientAsync(PaymentDesk desk) =>
        (await desk.App.For(desk.Rep).GetRequiredService<PromiseQueries>().OfOrganizationAsync(desk.Client.Id, default))!;

    private static async Task<(PromiseState State, long ArrivedMinor)> StateAsync(PaymentDesk desk)
    {
        var promise = Assert.Single((await OfClientAsync(desk)).Promises);
        return (promise.State, promise.Arrived.Minor);
    }

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
