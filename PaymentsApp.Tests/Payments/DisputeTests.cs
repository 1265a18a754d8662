using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Disputes;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>A client pays less and says why; the rep who owns the client answers.</summary>
public sealed class DisputeTests
{
    [Theory, BothDatabases]
    public async Task Short_pay_with_a_reason_reaches_the_rep_who_owns_the_client_and_nobody_elses(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var other = await desk.App.RepAsync("Other Rep");

        var dispute = await ShortPayAsync(desk);

        var seen = Assert.Single(await QueriesOf(desk, desk.Rep).OpenAsync(default));
        Assert.Equal((dispute, "Harbor Books", desk.Invoice.Number, "WrongSize"), (seen.Id, seen.Organization, seen.InvoiceNumber, seen.ReasonCode));
        Assert.Equal(Dollars(60), seen.Amount);
        Assert.Equal("Half a page only", Assert.Single(seen.Messages).Text);
        Assert.Empty(await QueriesOf(desk, other).OpenAsync(default));
        Assert.Empty(await QueriesOf(desk, other).OfInvoiceAsync(desk.Invoice.Id, default));
        Assert.Equal(60_00, await desk.OutstandingAsync(desk.Invoice));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Rep_answers_finance_closes_and_the_history_stays(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var dispute = await ShortPayAsync(desk);
        var rep = ServiceOf(desk, desk.Rep);
        var message = Guid.CreateVersion7();

        Assert.IsType<CorrectionResult.Done>(await rep.AnswerAsync(dispute, message, " They are right. ", default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await rep.AnswerAsync(dispute, message, "They are right.", default));
        Assert.IsType<CorrectionResult.Done>(await ServiceOf(desk, desk.Finance).CloseAsync(dispute, Guid.CreateVersion7(), DisputeOutcome.Conceded, "Credited", default));

        Assert.Empty(await QueriesOf(desk, desk.Rep).OpenAsync(default));
        var closed = Assert.Single(await QueriesOf(desk, desk.Rep).OfInvoiceAsync(desk.Invoice.Id, default));
        Assert.Equal(["Half a page only", "They are right.", "Credited"], closed.Messages.Select(said => said.Text));
        Assert.Equal((DisputeOutcome.Conceded, "Fiona Finance"), (closed.Closed!.Outcome, closed.Closed.By));
        AssertRefused<PaymentProblem.DisputeIsClosed>(await rep.AnswerAsync(dispute, Guid.CreateVersion7(), "But", default));
        AssertRefused<PaymentProblem.DisputeIsClosed>(await rep.CloseAsync(dispute, Guid.CreateVersion7(), DisputeOutcome.Mistaken, "", default));
        Assert.Equal("DisputeClosed", (await desk.LastAuditAsync()).Action);
    }

    [Theory, BothDatabases]
    public async Task Both_sides_closing_at_once_close_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var dispute = await ShortPayAsync(desk);

        var results = await Task.WhenAll(
            ServiceOf(desk, desk.Rep).CloseAsync(dispute, Guid.CreateVersion7(), DisputeOutcome.ClientPays, "", default),
            ServiceOf(desk, desk.Finance).CloseAsync(dispute, Guid.CreateVersion7(), DisputeOutcome.Conceded, "", default));

        Assert.Single(results, result => result is CorrectionResult.Done);
        AssertRefused<PaymentProblem.DisputeIsClosed>(Assert.Single(results, result => result is CorrectionResult.Refused));
    }

    [Theory, BothDatabases]
    public async Task Empty_messages_and_card_numbers_are_refused(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var dispute = await ShortPayAsync(desk);
        var rep = ServiceOf(desk, desk.Rep);

        AssertRefused<PaymentProblem.MessageMissing>(await rep.AnswerAsync(dispute, Guid.CreateVersion7(), "  ", default));
        AssertRefused<PaymentProblem.CardNumberInText>(await rep.AnswerAsync(dispute, Guid.CreateVersion7(), "card 4111 1111 1111 1111", default));
        AssertRefused<PaymentProblem.TextTooLong>(await rep.AnswerAsync(dispute, Guid.CreateVersion7(), new string('x', 1_001), default));
        Assert.Single(Assert.Single(await QueriesOf(desk, desk.Rep).OpenAsync(default)).Messages);
    }

    [Theory, BothDatabases]
    public async Task Deduction_opens_a_dispute_too(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        await desk.RegisterAsync(desk.Command() with { Adjustments = [desk.Difference(AdjustmentKind.Deduction, 10, "Position", "Back of the book")] });

        var seen = Assert.Single(await QueriesOf(desk, desk.Rep).OpenAsync(default));
        Assert.Equal((Dollars(10), "Position"), (seen.Amount, seen.ReasonCode));
        Assert.Equal("Back of the book", Assert.Single(seen.Messages).Text);
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_with_a_short_pay_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var good = Short(desk);
        var before = await desk.FactsAsync();

        foreach (var (shortPay, expected) in new (ShortPay, Type)[]
        {
            (good with { InvoiceId = 999_999 }, typeof(PaymentProblem.NotFound)),
            (good with { Amount = Dollars(0) }, typeof(PaymentProblem.AdjustmentNotPositive)),
            (good with { Amount = Dollars(60.01m) }, typeof(PaymentProblem.AdjustedMoreThanOpen)),
            (good with { Amount = new Money(100, "EUR") }, typeof(PaymentProblem.CurrencyMismatch)),
            (good with { ReasonCode = "Uncollectible" }, typeof(PaymentProblem.ReasonCodeMissing)),
            (good with { Note = "4111 1111 1111 1111" }, typeof(PaymentProblem.CardNumberInText)),
        })
        {
            var result = await desk.Payments.RegisterAsync(desk.Command() with { ShortPays = [shortPay] }, default);
            Assert.IsType(expected, Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(result).Problems));
        }

        var byRep = await desk.PaymentsOf(desk.Rep).RegisterAsync(desk.Command() with { ShortPays = [good] }, default);
        Assert.IsType<PaymentProblem.NotAllowed>(Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(byRep).Problems));
        Assert.Equal(before, await desk.FactsAsync());
        Assert.Equal(0, await desk.App.ReadAsync(db => db.Disputes.CountAsync()));
    }

    private static ShortPay Short(PaymentDesk desk) => new(Guid.CreateVersion7(), desk.Invoice.Id, Dollars(60), "WrongSize", "Half a page only");

    private static async Task<Guid> ShortPayAsync(PaymentDesk desk)
    {
        var shortPay = Short(desk);
        await desk.RegisterAsync(desk.Command() with { ShortPays = [shortPay] });
        return shortPay.DisputeId;
    }

    private static DisputeQueries QueriesOf(PaymentDesk desk, TestUser person) => desk.App.For(person).GetRequiredService<DisputeQueries>();

    private static DisputeService ServiceOf(PaymentDesk desk, TestUser person) => desk.App.For(person).GetRequiredService<DisputeService>();

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
