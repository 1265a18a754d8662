using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>Beyond the limit of one person it waits for another.</summary>
public sealed class ApprovalTests
{
    [Theory, BothDatabases]
    public async Task Payment_is_registered_and_what_is_beyond_the_limit_waits(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var large = desk.Difference(AdjustmentKind.WriteOff, 55);
        var registered = await desk.RegisterAsync(desk.Command() with { Adjustments = [large] });

        Assert.Equal(1, registered.AwaitingApproval);
        Assert.Equal(60_00, await desk.OutstandingAsync(desk.Invoice));
        var request = Assert.Single(await desk.RequestsAsync());
        Assert.Equal((large.AdjustmentId, registered.PaymentId, desk.Invoice.Id, desk.Client.Id), (request.Id, request.PaymentId, request.InvoiceId, request.OrganizationId));

        var second = await desk.App.FinanceAsync("Second Person");
        Assert.IsType<CorrectionResult.Done>(await desk.PaymentsOf(second).ApproveAsync(new DecideApproval(request.Id, "Fine"), default));

        Assert.Equal(5_00, await desk.OutstandingAsync(desk.Invoice));
        var written = Assert.Single(await desk.AdjustmentsAsync());
        Assert.Equal((desk.Finance.Id, second.Id, registered.PaymentId), (written.RecordedById, written.ApprovedById, written.MadeWithPaymentId));
        Assert.Equal("Approved", (await desk.LastAuditAsync()).Action);
        AssertRefused<PaymentProblem.AlreadyDecided>(await desk.PaymentsOf(second).ApproveAsync(new DecideApproval(request.Id, null), default));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Small_pieces_of_one_write_off_wait_too(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.AdjustAsync(desk.Adjust(AdjustmentKind.WriteOff, 30), default));
        var second = desk.Adjust(AdjustmentKind.WriteOff, 20.01m);
        Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(second, default));
        Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(second, default));

        Assert.Single(await desk.RequestsAsync());
        Assert.Equal(70_00, await desk.OutstandingAsync(desk.Invoice));
    }

    [Theory, BothDatabases]
    public async Task Nobody_approves_what_they_asked_for_and_only_they_withdraw(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var id = await AskAsync(desk);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second Person"));

        AssertRefused<PaymentProblem.OwnRequest>(await desk.Payments.ApproveAsync(new DecideApproval(id, null), default));
        AssertRefused<PaymentProblem.OwnRequest>(await desk.Payments.RejectAsync(new DecideApproval(id, "No"), default));
        AssertRefused<PaymentProblem.NotOwnRequest>(await second.WithdrawAsync(new DecideApproval(id, null), default));
        AssertRefused<PaymentProblem.NotAllowed>(await desk.PaymentsOf(desk.Rep).ApproveAsync(new DecideApproval(id, null), default));
        Assert.Null(Assert.Single(await desk.RequestsAsync()).DecidedAt);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.WithdrawAsync(new DecideApproval(id, null), default));
        AssertRefused<PaymentProblem.AlreadyDecided>(await second.ApproveAsync(new DecideApproval(id, null), default));
        Assert.Equal(100_00, await desk.OutstandingAsync(desk.Invoice));
    }

    [Theory, BothDatabases]
    public async Task Refusing_needs_a_word_and_changes_nothing(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var id = await AskAsync(desk);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second Person"));

        AssertRefused<PaymentProblem.ReasonMissing>(await second.RejectAsync(new DecideApproval(id, " "), default));
        Assert.IsType<CorrectionResult.Done>(await second.RejectAsync(new DecideApproval(id, " Too much "), default));

        var request = Assert.Single(await desk.RequestsAsync());
        Assert.Equal((false, "Too much"), (request.IsApproved, request.DecisionNote));
        Assert.Equal(100_00, await desk.OutstandingAsync(desk.Invoice));
        Assert.Empty(await desk.AdjustmentsAsync());
    }

    [Theory, BothDatabases]
    public async Task Approving_checks_again_on_fresh_figures(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = desk.Command() with { Adjustments = [desk.Difference(AdjustmentKind.WriteOff, 60)] };
        await desk.RegisterAsync(payment);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second Person"));
        var id = Assert.Single(await desk.RequestsAsync()).Id;

        var paid = desk.Command();
        await desk.RegisterAsync(paid);
        AssertRefused<PaymentProblem.AdjustedMoreThanOpen>(await second.ApproveAsync(new DecideApproval(id, null), default));
        await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), paid.PaymentId, desk.App.Today, "Bounced"), default);
        await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), payment.PaymentId, desk.App.Today, "Bounced"), default);
        AssertRefused<PaymentProblem.PaymentIsReversed>(await second.ApproveAsync(new DecideApproval(id, null), default));

        Assert.Null(Assert.Single(await desk.RequestsAsync()).DecidedAt);
        Assert.Equal(100_00, await desk.OutstandingAsync(desk.Invoice));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory]
    [InlineData(null, -3)]
    [InlineData(-5, -3)]
    [InlineData(-2, 0)]
    public async Task What_is_approved_later_has_the_day_that_was_asked_for_unless_it_is_closed(int? closedDay, int expectedDay)
    {
        await using var desk = await OpenAsync(DatabaseProvider.Sqlite);
        var asked = new AdjustInvoice(desk.Difference(AdjustmentKind.WriteOff, 60), desk.App.Today);
        var day = desk.App.Today.AddDays(3);
        var id = Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(asked, default)).RequestId;
        var second = await desk.App.FinanceAsync("Second Person");
        desk.App.Time.Advance(TimeSpan.FromDays(3));
        await desk.App.WriteAsync(async db =>
        {
            var head = await db.LockLedgerHeadAsync(default);
            if (closedDay is { } closed)
            {
                head.CloseThrough(day.AddDays(closed));
            }

            return true;
        });

        Assert.IsType<CorrectionResult.Done>(await desk.PaymentsOf(second).ApproveAsync(new DecideApproval(id, null), default));

        Assert.Equal(day.AddDays(expectedDay), Assert.Single(await desk.AdjustmentsAsync()).EffectiveOn);
    }

    [Theory, BothDatabases]
    public async Task Two_colleagues_who_decide_at_once_decide_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var id = await AskAsync(desk);
        var colleagues = new List<PaymentService>();
        for (var i = 0; i < 4; i++)
        {
            colleagues.Add(desk.PaymentsOf(await desk.App.FinanceAsync($"Colleague {i}")));
        }

        var results = await Task.WhenAll(colleagues.Select(colleague => colleague.ApproveAsync(new DecideApproval(id, null), default)));

        Assert.Single(results, result => result is CorrectionResult.Done);
        Assert.All(results.Where(result => result is not CorrectionResult.Done), AssertRefused<PaymentProblem.AlreadyDecided>);
        Assert.Equal(40_00, await desk.OutstandingAsync(desk.Invoice));
    }

    private static async Task<Guid> AskAsync(PaymentDesk desk) =>
        Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(desk.Adjust(AdjustmentKind.WriteOff, 60), default)).RequestId;

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
