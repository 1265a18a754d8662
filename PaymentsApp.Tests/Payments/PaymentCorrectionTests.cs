using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>Applying later, unapplying and reversing.</summary>
public sealed class PaymentCorrectionTests
{
    [Theory, BothDatabases]
    public async Task Unapplied_credit_is_applied_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await CreditAsync(desk, 70);
        var apply = new ApplyCredit(Guid.CreateVersion7(), payment, desk.Invoice.Id, Dollars(60));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ApplyAsync(apply, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.ApplyAsync(apply, default));

        Assert.Equal(4_000, await desk.OutstandingAsync(desk.Invoice));
        Assert.Equal(1_000, (await desk.PaymentAsync(payment)).UnappliedMinor);
        var body = Body(await desk.LastAuditAsync()).GetProperty("unappliedMinor");
        Assert.Equal((7_000, 1_000), (body.GetProperty("before").GetInt64(), body.GetProperty("after").GetInt64()));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_applied_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await CreditAsync(desk, 70);
        var reversed = await CreditAsync(desk, 10);
        await desk.Payments.ReverseAsync(new ReversePayment(Guid.CreateVersion7(), reversed, desk.App.Today, "Bounced"), default);
        var foreign = await desk.App.InvoiceAsync(await desk.App.OrganizationAsync());
        var euro = await desk.App.InvoiceAsync(desk.Client, currency: "EUR");
        var before = await desk.FactsAsync();
        ApplyCredit Apply(Guid of, int to, decimal dollars) => new(Guid.CreateVersion7(), of, to, Dollars(dollars));

        foreach (var (command, expected) in new (ApplyCredit, Type)[]
        {
            (Apply(Guid.CreateVersion7(), desk.Invoice.Id, 1), typeof(PaymentProblem.NotFound)),
            (Apply(payment, 999_999, 1), typeof(PaymentProblem.NotFound)),
            (Apply(reversed, desk.Invoice.Id, 1), typeof(PaymentProblem.PaymentIsReversed)),
            (Apply(payment, foreign.Id, 1), typeof(PaymentProblem.InvoiceOfAnotherOrganization)),
            (Apply(payment, euro.Id, 1), typeof(PaymentProblem.CurrencyMismatch)),
            (Apply(payment, desk.Invoice.Id, 0), typeof(PaymentProblem.ApplyNotPositive)),
            (Apply(payment, desk.Invoice.Id, 101), typeof(PaymentProblem.MoreThanOutstanding)),
            (Apply(payment, desk.Invoice.Id, 71), typeof(PaymentProblem.AppliedMoreThanReceived)),
        })
        {
            AssertRefused(expected, await desk.Payments.ApplyAsync(command, default));
        }

        Assert.Equal(before, await desk.FactsAsync());
    }

    [Theory, BothDatabases]
    public async Task Unapplying_opens_the_invoice_and_keeps_the_money_as_credit(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command();
        await desk.RegisterAsync(command);
        var allocation = Assert.Single(await desk.AllocationsAsync(command.PaymentId));
        var unapply = new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.UnapplyAsync(unapply, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.UnapplyAsync(unapply, default));
        AssertRefused(typeof(PaymentProblem.AlreadyUnapplied), await desk.Payments.UnapplyAsync(unapply with { ReversalId = Guid.CreateVersion7() }, default));

        Assert.Equal(10_000, await desk.OutstandingAsync(desk.Invoice));
        Assert.Equal(4_000, (await desk.PaymentAsync(command.PaymentId)).UnappliedMinor);
        var entry = await desk.LastAuditAsync();
        Assert.Equal(("Unapplied", "Wrong invoice"), (entry.Action, Body(entry).GetProperty("reason").GetString()));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Reversing_takes_every_allocation_back_and_the_money_is_gone(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = await desk.App.InvoiceAsync(desk.Client, total: 50);
        var command = desk.Command() with
        {
            Amount = Dollars(150),
            BankFee = Dollars(5),
            Allocations = [new(desk.Invoice.Id, Dollars(100)), new(second.Id, Dollars(30))],
        };
        var number = (await desk.RegisterAsync(command)).Number;
        var reverse = new ReversePayment(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Check bounced");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(reverse, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.ReverseAsync(reverse, default));
        var again = await desk.Payments.ReverseAsync(reverse with { ReversalId = Guid.CreateVersion7() }, default);

        Assert.Equal([new PaymentProblem.PaymentIsReversed(number)], Assert.IsType<CorrectionResult.Refused>(again).Problems);
        Assert.Equal((10_000, 5_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(second)));
        var payment = await desk.PaymentAsync(command.PaymentId);
        Assert.Equal((0, 0, true), (payment.UnappliedMinor, payment.AllocatedMinor, payment.IsReversed));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_taken_back_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with { ReceivedOn = desk.App.Today.AddDays(-2) };
        await desk.RegisterAsync(command);
        var allocation = Assert.Single(await desk.AllocationsAsync(command.PaymentId));
        var before = await desk.FactsAsync();
        ReversePayment Reverse(string reason = "Bounced", int days = 0, Guid? of = null) =>
            new(Guid.CreateVersion7(), of ?? command.PaymentId, desk.App.Today.AddDays(days), reason);
        UnapplyAllocation Unapply(string reason, Guid? of = null) => new(Guid.CreateVersion7(), of ?? allocation.Id, reason);

        AssertRefused(typeof(PaymentProblem.NotFound), await desk.Payments.ReverseAsync(Reverse(of: Guid.CreateVersion7()), default));
        AssertRefused(typeof(PaymentProblem.ReasonMissing), await desk.Payments.ReverseAsync(Reverse(reason: " "), default));
        AssertRefused(typeof(PaymentProblem.TextTooLong), await desk.Payments.ReverseAsync(Reverse(reason: new string('x', 301)), default));
        AssertRefused(typeof(PaymentProblem.CardNumberInText), await desk.Payments.ReverseAsync(Reverse(reason: "4111111111111111"), default));
        AssertRefused(typeof(PaymentProblem.ReversedBeforeReceived), await desk.Payments.ReverseAsync(Reverse(days: -3), default));
        AssertRefused(typeof(PaymentProblem.ReceivedInFuture), await desk.Payments.ReverseAsync(Reverse(days: 1), default));
        AssertRefused(typeof(PaymentProblem.NotFound), await desk.Payments.UnapplyAsync(Unapply("Wrong", Guid.CreateVersion7()), default));
        AssertRefused(typeof(PaymentProblem.ReasonMissing), await desk.Payments.UnapplyAsync(Unapply(""), default));
        AssertRefused(typeof(PaymentProblem.CardNumberInText), await desk.Payments.UnapplyAsync(Unapply("4111 1111 1111 1111"), default));

        Assert.Equal(before, await desk.FactsAsync());
    }

    [Theory, BothDatabases]
    public async Task Rep_cannot_correct_even_the_own_clients_payment(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with { Amount = Dollars(50) };
        await desk.RegisterAsync(command);
        var allocation = Assert.Single(await desk.AllocationsAsync(command.PaymentId));
        var before = await desk.FactsAsync();
        var payments = desk.PaymentsOf(desk.Rep);

        AssertRefused(typeof(PaymentProblem.NotAllowed), await payments.ApplyAsync(new(Guid.CreateVersion7(), command.PaymentId, desk.Invoice.Id, Dollars(1)), default));
        AssertRefused(typeof(PaymentProblem.NotAllowed), await payments.UnapplyAsync(new(Guid.CreateVersion7(), allocation.Id, "Mine"), default));
        AssertRefused(typeof(PaymentProblem.NotAllowed), await payments.ReverseAsync(new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Mine"), default));

        Assert.Equal(before, await desk.FactsAsync());
    }

    private static async Task<Guid> CreditAsync(PaymentDesk desk, decimal dollars)
    {
        var command = desk.Command() with { Amount = Dollars(dollars), Allocations = [] };
        await desk.RegisterAsync(command);
        return command.PaymentId;
    }

    private static void AssertRefused(Type problem, CorrectionResult result) =>
        Assert.IsType(problem, Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
