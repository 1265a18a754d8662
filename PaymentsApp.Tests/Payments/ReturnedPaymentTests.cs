using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Returns;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>What the bank took back.</summary>
public sealed class ReturnedPaymentTests
{
    [Theory, BothDatabases]
    public async Task A_bounced_check_opens_what_it_paid_and_charges_the_payer_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await ChargeForReturnsAsync(desk, 2_500);
        var command = desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-6) };
        var number = (await desk.RegisterAsync(command)).Number;
        var bankDay = desk.App.Today.AddDays(-2);
        var returned = new ReturnPayment(Guid.CreateVersion7(), command.PaymentId, bankDay, "A", Dollars(12), ChargesPayer: true, "Second time");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReturnAsync(returned, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.ReturnAsync(returned, default));
        AssertRefused<PaymentProblem.PaymentIsReversed>(await desk.Payments.ReturnAsync(returned with { ReversalId = Guid.CreateVersion7() }, default));

        Assert.Equal(10_000, await desk.OutstandingAsync(desk.Invoice));
        var fact = await desk.App.ReadAsync(db => db.ReturnedPayments.SingleAsync());
        Assert.Equal((bankDay, "A", 1_200, "Second time"), (fact.ReturnedOn, fact.ReturnCode, fact.BankFeeMinor, fact.Note));
        var fee = await desk.App.ReadAsync(db => db.Invoices.SingleAsync(i => i.Id == fact.CustomerFeeInvoiceId));
        Assert.Equal(($"FEE-{PaymentNumber.Format(number)}", desk.Client.Id, 2_500), (fee.Number, fee.OrganizationId, fee.OutstandingMinor));
        var reversal = await desk.App.ReadAsync(db => db.Reversals.SingleAsync(r => r.PaymentId == command.PaymentId));
        Assert.Equal((bankDay, "Returned by the bank: Not sufficient funds (NSF) (A)"), (reversal.EffectiveOn, reversal.Reason));
        Assert.Equal("Returned", (await desk.LastAuditAsync()).Action);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2_500, false)]
    public async Task Without_a_fee_in_the_settings_or_when_it_is_left_out_nothing_is_charged(long fee, bool charges)
    {
        await using var desk = await OpenAsync(DatabaseProvider.Sqlite);
        await ChargeForReturnsAsync(desk, fee);
        var command = desk.Command();
        await desk.RegisterAsync(command);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReturnAsync(
            new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "R01", Dollars(0), charges, null), default));

        Assert.Null(await desk.App.ReadAsync(db => db.ReturnedPayments.Select(r => r.CustomerFeeInvoiceId).SingleAsync()));
        Assert.Equal(1, await desk.App.ReadAsync(db => db.Invoices.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_returned_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-2) };
        await desk.RegisterAsync(command);
        var before = await desk.FactsAsync();
        var returned = new ReturnPayment(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "A", Dollars(0), ChargesPayer: true, null);

        AssertRefused<PaymentProblem.NotFound>(await desk.Payments.ReturnAsync(returned with { PaymentId = Guid.CreateVersion7() }, default));
        AssertRefused<PaymentProblem.ReasonMissing>(await desk.Payments.ReturnAsync(returned with { ReturnCode = "R99" }, default));
        AssertRefused<PaymentProblem.BankFeeNegative>(await desk.Payments.ReturnAsync(returned with { BankFee = Dollars(-1) }, default));
        AssertRefused<PaymentProblem.BankFeeNegative>(await desk.Payments.ReturnAsync(returned with { BankFee = Money.Zero("EUR") }, default));
        AssertRefused<PaymentProblem.CardNumberInText>(await desk.Payments.ReturnAsync(returned with { Note = "4111111111111111" }, default));
        AssertRefused<PaymentProblem.ReversedBeforeReceived>(await desk.Payments.ReturnAsync(returned with { ReturnedOn = desk.App.Today.AddDays(-3) }, default));
        AssertRefused<PaymentProblem.ReceivedInFuture>(await desk.Payments.ReturnAsync(returned with { ReturnedOn = desk.App.Today.AddDays(1) }, default));
        AssertRefused<PaymentProblem.NotAllowed>(await desk.PaymentsOf(desk.Rep).ReturnAsync(returned, default));

        Assert.Equal(before, await desk.FactsAsync());
    }

    [Theory, BothDatabases]
    public async Task A_rep_hears_of_returned_payments_of_own_clients_only(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var foreign = await desk.App.OrganizationAsync(await desk.App.RepAsync("Other Rep"), "Foreign Foods");
        var own = desk.Command();
        await desk.RegisterAsync(own);
        foreach (var paymentId in (Guid[])[own.PaymentId, await desk.App.PaymentAsync(desk.Finance, foreign, 10)])
        {
            await desk.Payments.ReturnAsync(new(Guid.CreateVersion7(), paymentId, desk.App.Today, "A", Dollars(0), ChargesPayer: false, null), default);
        }

        var heard = await desk.App.For(desk.Rep).GetRequiredService<ReturnedPaymentQueries>().RecentAsync(default);

        Assert.Equal([own.PaymentId], heard.Select(line => line.PaymentId));
        Assert.Equal(2, (await desk.App.Get<ReturnedPaymentQueries>().RecentAsync(default)).Count);
    }

    [Fact]
    public void Codes_are_unique_and_each_way_of_paying_has_its_own()
    {
        Assert.Equal(ReturnCodes.All.Count, ReturnCodes.All.Select(code => code.Code).Distinct().Count());
        Assert.DoesNotContain(ReturnCodes.For(PaymentTypeKind.Check), code => code.Code == "R01");
        Assert.Equal(ReturnCodes.For(PaymentTypeKind.Ach), ReturnCodes.For(PaymentTypeKind.DirectDebit));
        Assert.Equal([ReturnCodes.Other], ReturnCodes.For(PaymentTypeKind.Card).Select(code => code.Code));
    }

    private static Task<bool> ChargeForReturnsAsync(PaymentDesk desk, long minor) => desk.App.WriteAsync(async db =>
    {
        (await db.CompanySettings.AsTracking().SingleAsync()).ChargeForReturns(minor);
        return true;
    });

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
