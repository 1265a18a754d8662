using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Credits;
using PaymentsApp.Tests.Journal;
using PaymentsApp.Tests.Payments.Balances;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>Credit notes that were wrong, or whose credit is paid back.</summary>
public sealed class CreditNoteWithdrawalTests
{
    [Theory, BothDatabases]
    public async Task A_wrong_credit_note_is_cancelled_and_the_cancellation_can_be_taken_back(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var note = await desk.CreditNoteAsync(50);
        var cancel = Cancel(desk, note);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CancelCreditNoteAsync(cancel, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.CancelCreditNoteAsync(cancel, default));
        AssertRefused<PaymentProblem.CreditNoteIsCancelled>(await desk.Payments.CancelCreditNoteAsync(Cancel(desk, note), default));
        AssertRefused<PaymentProblem.CreditNoteTooSmall>(await desk.Payments.UseCreditAsync(new UseCredit([desk.Use(note, 1)]), default));

        var line = await LineAsync(desk);
        Assert.True(line is { IsCancelled: true, Unapplied.IsZero: true });
        await AssertProvenAsync(desk, "cancelled");
        var back = new ReverseWithdrawal(Guid.CreateVersion7(), cancel.WithdrawalId, desk.App.Today, "It was right");
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseWithdrawalAsync(back, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.ReverseWithdrawalAsync(back, default));
        AssertRefused<PaymentProblem.RefundIsReversed>(await desk.Payments.ReverseWithdrawalAsync(back with { ReversalId = Guid.CreateVersion7() }, default));
        Assert.Equal(50_00, await desk.LeftAsync(note.Id));
        Assert.False((await LineAsync(desk)).IsCancelled);
        await AssertProvenAsync(desk, "taken back");
    }

    [Theory, BothDatabases]
    public async Task A_credit_note_on_invoices_is_only_cancelled_when_it_is_taken_off_them(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var note = await desk.CreditNoteAsync(50);
        await desk.Payments.UseCreditAsync(new UseCredit([desk.Use(note, 40)]), default);
        var before = await desk.FactsAsync();

        AssertRefused<PaymentProblem.CreditNoteIsApplied>(await desk.Payments.CancelCreditNoteAsync(Cancel(desk, note), default));
        AssertRefused<PaymentProblem.CreditNoteUsedLater>(await desk.Payments.CancelCreditNoteAsync(
            Cancel(desk, note) with { CancelledOn = desk.App.Today.AddDays(-1), TakesOffInvoices = true }, default));
        Assert.Equal(before, await desk.FactsAsync());

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CancelCreditNoteAsync(Cancel(desk, note) with { TakesOffInvoices = true }, default));

        Assert.Equal((100_00, 0), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(note.Id)));
        await AssertProvenAsync(desk, "taken off and cancelled");
    }

    [Theory, BothDatabases]
    public async Task A_credit_note_is_paid_back_when_a_second_person_approves(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second"));
        var note = await desk.CreditNoteAsync(50);
        var ask = new RefundCreditNote(Guid.CreateVersion7(), note.Id, Dollars(35), desk.App.Today, 1, "R 9", "Wants the money");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.RequestCreditNoteRefundAsync(ask, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.RequestCreditNoteRefundAsync(ask, default));
        Assert.True(Assert.Single((await LineAsync(desk)).Withdrawals).IsWaiting);
        AssertRefused<PaymentProblem.OwnRequest>(await desk.Payments.ApproveAsync(new DecideApproval(ask.RefundId, null), default));
        Assert.IsType<CorrectionResult.Done>(await second.ApproveAsync(new DecideApproval(ask.RefundId, null), default));

        Assert.Equal(15_00, await desk.LeftAsync(note.Id));
        Assert.True((await LineAsync(desk)) is { IsRefunded: true, IsCancelled: false });
        AssertRefused<PaymentProblem.CreditNoteIsRefunded>(await desk.Payments.CancelCreditNoteAsync(Cancel(desk, note), default));
        await AssertProvenAsync(desk, "paid back");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseWithdrawalAsync(
            new ReverseWithdrawal(Guid.CreateVersion7(), ask.RefundId, desk.App.Today, "Never cashed"), default));
        Assert.Equal(50_00, await desk.LeftAsync(note.Id));
        await AssertProvenAsync(desk, "never cashed");
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_is_named_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = desk.PaymentsOf(await desk.App.FinanceAsync("Second"));
        var note = await desk.CreditNoteAsync(50);
        var ask = new RefundCreditNote(Guid.CreateVersion7(), note.Id, Dollars(35), desk.App.Today, 1, null, "Wants the money");
        async Task RefundAsync<T>(RefundCreditNote command)
            where T : PaymentProblem => AssertRefused<T>(await desk.Payments.RequestCreditNoteRefundAsync(command, default));
        async Task CancelAsync<T>(CancelCreditNote command)
            where T : PaymentProblem => AssertRefused<T>(await desk.Payments.CancelCreditNoteAsync(command, default));

        await RefundAsync<PaymentProblem.NotFound>(ask with { CreditNoteId = Guid.CreateVersion7() });
        await RefundAsync<PaymentProblem.AmountNotPositive>(ask with { Amount = Dollars(0) });
        await RefundAsync<PaymentProblem.RefundMoreThanUnapplied>(ask with { Amount = Dollars(51) });
        await RefundAsync<PaymentProblem.RefundMoreThanUnapplied>(ask with { Amount = new Money(1, "EUR") });
        await RefundAsync<PaymentProblem.CreditNoteUsedLater>(ask with { RefundedOn = desk.App.Today.AddDays(-1) });
        await RefundAsync<PaymentProblem.ReceivedInFuture>(ask with { RefundedOn = desk.App.Today.AddDays(1) });
        await RefundAsync<PaymentProblem.PaymentTypeMissing>(ask with { PaymentTypeId = 77 });
        await RefundAsync<PaymentProblem.ReasonMissing>(ask with { Reason = " " });
        await RefundAsync<PaymentProblem.CardNumberInText>(ask with { Reference = "4111111111111111" });
        await CancelAsync<PaymentProblem.NotFound>(Cancel(desk, note) with { CreditNoteId = Guid.CreateVersion7() });
        await CancelAsync<PaymentProblem.ReasonMissing>(Cancel(desk, note) with { Reason = "" });
        await CancelAsync<PaymentProblem.ReceivedInFuture>(Cancel(desk, note) with { CancelledOn = desk.App.Today.AddDays(1) });
        Assert.Equal(50_00, await desk.LeftAsync(note.Id));

        // What was asked for is looked at again when it is approved.
        await desk.Payments.RequestCreditNoteRefundAsync(ask, default);
        await desk.Payments.UseCreditAsync(new UseCredit([desk.Use(note, 20)]), default);
        AssertRefused<PaymentProblem.RefundMoreThanUnapplied>(await second.ApproveAsync(new DecideApproval(ask.RefundId, null), default));
        AssertRefused<PaymentProblem.NotFound>(
            await desk.Payments.ReverseWithdrawalAsync(new ReverseWithdrawal(Guid.CreateVersion7(), ask.RefundId, desk.App.Today, "Never paid"), default));
        await AssertProvenAsync(desk, "refused");
    }

    [Theory, BothDatabases]
    public async Task Using_and_cancelling_a_credit_note_at_once_never_does_both(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        for (var i = 0; i < 6; i++)
        {
            var note = await desk.CreditNoteAsync(5, $"CN-{i}");
            var invoice = await desk.App.InvoiceAsync(desk.Client, total: 10);

            var results = await Task.WhenAll(
                Task.Run(() => desk.PaymentsOf(desk.Finance).CancelCreditNoteAsync(Cancel(desk, note), default)),
                Task.Run(() => desk.PaymentsOf(desk.Finance).UseCreditAsync(new UseCredit([desk.Use(note, 5, invoice)]), default)));

            Assert.Single(results.OfType<CorrectionResult.Done>());
        }

        await AssertProvenAsync(desk, "at once");
    }

    private static CancelCreditNote Cancel(PaymentDesk desk, CreditNote note) => new(Guid.CreateVersion7(), note.Id, desk.App.Today, "Wrong client");

    private static async Task<CreditNoteLine> LineAsync(PaymentDesk desk) =>
        Assert.Single((await desk.App.Get<CreditQueries>().AccountAsync(desk.Client.Id, default))!.Notes);

    private static async Task AssertProvenAsync(PaymentDesk desk, string when)
    {
        Assert.Empty(await desk.App.VerifyAsync());
        await JournalProof.AssertAsync(desk.App, when);
        await BalanceProof.AssertAsync(desk.App, when);
    }

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
