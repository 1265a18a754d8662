using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>A wrong payment, registered again as it should have been.</summary>
public sealed class PaymentReplacementTests
{
    [Theory, BothDatabases]
    public async Task A_wrong_amount_is_corrected_in_one_step_and_what_was_applied_is_carried_over(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var wrong = desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-3) };
        await desk.RegisterAsync(wrong);
        var right = Right(wrong) with { Amount = Dollars(45), Reference = "REF 78" };
        var correct = new CorrectPayment(wrong.PaymentId, right, "45 on the check");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(correct, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.CorrectAsync(correct, default));
        AssertRefused<PaymentProblem.RegisteredWithOtherFigures>(
            await desk.Payments.CorrectAsync(correct with { Right = right with { Amount = Dollars(46) } }, default));
        AssertRefused<PaymentProblem.PaymentIsReversed>(
            await desk.Payments.CorrectAsync(correct with { Right = right with { PaymentId = Guid.CreateVersion7() } }, default));

        var old = await desk.PaymentAsync(wrong.PaymentId);
        var payment = await desk.PaymentAsync(right.PaymentId);
        Assert.Equal((true, 0), (old.IsReversed, old.AllocatedMinor));
        Assert.Equal((wrong.PaymentId, 4_000, 500, "REF 78"), (payment.ReplacesPaymentId!.Value, payment.AllocatedMinor, payment.UnappliedMinor, payment.Reference));
        Assert.Equal(6_000, await desk.OutstandingAsync(desk.Invoice));
        Assert.Equal(wrong.ReceivedOn, await desk.App.ReadAsync(db => db.Reversals.Where(r => r.PaymentId == old.Id).Select(r => r.EffectiveOn).SingleAsync()));
        Assert.Equal("Corrected", (await desk.LastAuditAsync()).Action);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_smaller_amount_carries_over_what_fits(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = await desk.App.InvoiceAsync(desk.Client, total: 50);
        var wrong = desk.Command() with { Amount = Dollars(90), Allocations = [new(desk.Invoice.Id, Dollars(40)), new(second.Id, Dollars(50))] };
        await desk.RegisterAsync(wrong);
        var right = Right(wrong) with { Amount = Dollars(60) };

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new(wrong.PaymentId, right, "60 it is"), default));

        Assert.Equal((6_000, 3_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(second)));
        Assert.Equal(0, (await desk.PaymentAsync(right.PaymentId)).UnappliedMinor);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_payment_goes_to_the_payer_it_came_from_and_leaves_the_others_invoice_open(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var wrong = desk.Command();
        await desk.RegisterAsync(wrong);
        var payer = await desk.App.OrganizationAsync();
        var right = Right(wrong) with { PayerId = payer.Id };

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new(wrong.PaymentId, right, "Other client"), default));

        var payment = await desk.PaymentAsync(right.PaymentId);
        Assert.Equal((payer.Id, 4_000, 10_000), (payment.PayerId, payment.UnappliedMinor, await desk.OutstandingAsync(desk.Invoice)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_payment_of_a_closed_period_is_corrected_in_the_open_one(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var wrong = desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-9) };
        await desk.RegisterAsync(wrong);
        await desk.App.WriteAsync(async db =>
        {
            (await db.LockLedgerHeadAsync(default)).CloseThrough(desk.App.Today.AddDays(-5));
            return true;
        });

        AssertRefused<PaymentProblem.PeriodClosed>(await desk.Payments.CorrectAsync(new(wrong.PaymentId, Right(wrong), "Typo"), default));
        var right = Right(wrong) with { ReceivedOn = desk.App.Today.AddDays(-1) };
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new(wrong.PaymentId, right, "Typo"), default));

        Assert.Equal([desk.App.Today, desk.App.Today], await desk.App.ReadAsync(db => db.Reversals.Select(r => r.EffectiveOn).ToListAsync()));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_payment_is_registered_again_only_when_it_is_reversed_and_only_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var first = desk.Command();
        var number = (await desk.RegisterAsync(first)).Number;
        RegisterPayment Again() => desk.Command() with { ReplacesPaymentId = first.PaymentId };
        async Task<PaymentProblem> ProblemAsync(RegisterPayment command) =>
            Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(await desk.Payments.RegisterAsync(command, default)).Problems);

        Assert.Equal(new PaymentProblem.ReplacedIsNotReversed(number), await ProblemAsync(Again()));
        await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), first.PaymentId, desk.App.Today, "Bounced"), default);
        var other = await desk.App.OrganizationAsync();
        Assert.Equal(new PaymentProblem.NotFound("Payment"), await ProblemAsync(Again() with { PayerId = other.Id, Allocations = [] }));
        var again = await desk.RegisterAsync(Again());
        Assert.Equal(new PaymentProblem.AlreadyReplaced(number, again.Number), await ProblemAsync(Again()));

        Assert.Empty(await desk.App.VerifyAsync());
    }

    private static RegisterPayment Right(RegisterPayment wrong) => wrong with { PaymentId = Guid.CreateVersion7(), Allocations = [] };

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
