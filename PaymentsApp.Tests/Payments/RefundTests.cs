using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>Credit that is paid back: asked for by one person, approved by another.</summary>
public sealed class RefundTests
{
    [Theory, BothDatabases]
    public async Task A_refund_is_paid_when_a_second_person_approves_it_and_can_be_taken_back(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second"));
        var ask = await CreditAsync(desk, 25);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.RequestRefundAsync(ask, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.RequestRefundAsync(ask, default));
        Assert.Equal(3_000, (await desk.PaymentAsync(ask.PaymentId)).UnappliedMinor);
        AssertRefused<PaymentProblem.OwnRequest>(await desk.Payments.ApproveAsync(new DecideApproval(ask.RefundId, null), default));
        Assert.IsType<CorrectionResult.Done>(await second.ApproveAsync(new DecideApproval(ask.RefundId, null), default));

        var payment = await desk.PaymentAsync(ask.PaymentId);
        Assert.Equal((2_500, 500), (payment.RefundedMinor, payment.UnappliedMinor));
        AssertRefused<PaymentProblem.PaymentIsRefunded>(
            await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), ask.PaymentId, desk.App.Today, "Bounced"), default));
        var back = new ReverseRefund(Guid.CreateVersion7(), ask.RefundId, desk.App.Today, "Never cashed");
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseRefundAsync(back, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.ReverseRefundAsync(back, default));
        AssertRefused<PaymentProblem.RefundIsReversed>(await desk.Payments.ReverseRefundAsync(back with { ReversalId = Guid.CreateVersion7() }, default));
        Assert.Equal(3_000, (await desk.PaymentAsync(ask.PaymentId)).UnappliedMinor);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_refund_whose_credit_is_gone_is_not_paid(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second"));
        var ask = await CreditAsync(desk, 25);
        await desk.Payments.RequestRefundAsync(ask, default);
        await desk.Payments.ApplyAsync(new(Guid.CreateVersion7(), ask.PaymentId, desk.Invoice.Id, Dollars(20)), default);
        var before = await desk.FactsAsync();

        AssertRefused<PaymentProblem.RefundMoreThanUnapplied>(await second.ApproveAsync(new DecideApproval(ask.RefundId, null), default));

        Assert.Equal(before, await desk.FactsAsync());
        Assert.Equal(0, await desk.App.ReadAsync(db => db.Refunds.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_refunded_is_not_even_asked_for(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var ask = await CreditAsync(desk, 25);
        async Task RefusedAsync<T>(RefundPayment command)
            where T : PaymentProblem => AssertRefused<T>(await desk.Payments.RequestRefundAsync(command, default));

        await RefusedAsync<PaymentProblem.NotFound>(ask with { PaymentId = Guid.CreateVersion7() });
        await RefusedAsync<PaymentProblem.AmountNotPositive>(ask with { Amount = Dollars(0) });
        await RefusedAsync<PaymentProblem.RefundMoreThanUnapplied>(ask with { Amount = Dollars(31) });
        await RefusedAsync<PaymentProblem.RefundMoreThanUnapplied>(ask with { Amount = new Money(1, "EUR") });
        await RefusedAsync<PaymentProblem.RefundedBeforeReceived>(ask with { RefundedOn = desk.App.Today.AddDays(-1) });
        await RefusedAsync<PaymentProblem.ReceivedInFuture>(ask with { RefundedOn = desk.App.Today.AddDays(1) });
        await RefusedAsync<PaymentProblem.PaymentTypeMissing>(ask with { PaymentTypeId = 77 });
        await RefusedAsync<PaymentProblem.ReasonMissing>(ask with { Reason = " " });
        await RefusedAsync<PaymentProblem.CardNumberInText>(ask with { Reference = "4111111111111111" });

        Assert.Equal(0, await desk.App.ReadAsync(db => db.ApprovalRequests.CountAsync()));
    }

    // 30.00 of credit, of which this much is to be paid back.
    private static async Task<RefundPayment> CreditAsync(PaymentDesk desk, decimal refund)
    {
        var command = desk.Command() with { Amount = Dollars(30), Allocations = [] };
        await desk.RegisterAsync(command);
        return new RefundPayment(Guid.CreateVersion7(), command.PaymentId, Dollars(refund), desk.App.Today, 1, "R 1", "Paid twice");
    }

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
