using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>Nothing is dated on a closed day; what is old can be paid and taken back in the open period.</summary>
public sealed class ClosedPeriodTests
{
    [Theory, BothDatabases]
    public async Task A_payment_is_not_dated_into_a_closed_period_but_pays_an_old_invoice_after_it(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var old = await desk.App.InvoiceAsync(desk.Client, total: 100, due: desk.App.Today.AddDays(-60));
        var closed = await CloseAsync(desk);
        var before = await desk.FactsAsync();
        var command = desk.Command() with { ReceivedOn = closed, Allocations = [new(old.Id, Dollars(40))] };

        var refused = Assert.IsType<RegisterPaymentResult.Refused>(await desk.Payments.RegisterAsync(command, default));
        Assert.Equal([new PaymentProblem.PeriodClosed(closed, closed)], refused.Problems);
        Assert.Equal(before, await desk.FactsAsync());

        await desk.RegisterAsync(command with { ReceivedOn = closed.AddDays(1) });
        Assert.Equal(6_000, await desk.OutstandingAsync(old));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_payment_of_a_closed_period_is_reversed_in_the_open_one(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-8) };
        await desk.RegisterAsync(command);
        var closed = await CloseAsync(desk);
        var reverse = new ReversePayment(Guid.CreateVersion7(), command.PaymentId, closed, "Bounced");

        var refused = Assert.IsType<CorrectionResult.Refused>(await desk.Payments.ReverseAsync(reverse, default));
        Assert.Equal([new PaymentProblem.PeriodClosed(closed, closed)], refused.Problems);
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(reverse with { ReversedOn = closed.AddDays(1) }, default));

        Assert.Equal(10_000, await desk.OutstandingAsync(desk.Invoice));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Fact]
    public void A_correction_has_the_day_of_what_it_corrects_unless_that_is_closed()
    {
        var head = new LedgerHead();
        var today = new DateOnly(2026, 3, 2);
        Assert.Equal(today.AddDays(-5), head.DayOfCorrection(today.AddDays(-5), today));

        head.CloseThrough(today.AddDays(-5));

        Assert.Equal(today, head.DayOfCorrection(today.AddDays(-5), today));
        Assert.Equal(today.AddDays(-4), head.DayOfCorrection(today.AddDays(-4), today));
    }

    private static async Task<DateOnly> CloseAsync(PaymentDesk desk)
    {
        var through = desk.App.Today.AddDays(-5);
        return await desk.App.WriteAsync(async db =>
        {
            (await db.LockLedgerHeadAsync(default)).CloseThrough(through);
            return through;
        });
    }
}
