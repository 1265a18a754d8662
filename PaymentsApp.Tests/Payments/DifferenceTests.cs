using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>What settles an invoice without money: with a payment and without.</summary>
public sealed class DifferenceTests
{
    [Theory, BothDatabases]
    public async Task Small_rest_is_written_off_with_the_payment(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with
        {
            Amount = Dollars(85.50m),
            Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(85.50m))],
            Adjustments = [desk.Difference(AdjustmentKind.WriteOff, 14.50m, "SmallDifference", " by phone ")],
        };

        var registered = await desk.RegisterAsync(command);
        var again = await desk.Payments.RegisterAsync(command, default);
        var other = await desk.Payments.RegisterAsync(command with { Adjustments = [] }, default);

        Assert.Equal(0, registered.AwaitingApproval);
        Assert.IsType<RegisterPaymentResult.AlreadyRegistered>(again);
        Assert.IsType<PaymentProblem.RegisteredWithOtherFigures>(Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(other).Problems));
        Assert.Equal(0, await desk.OutstandingAsync(desk.Invoice));
        var written = Assert.Single(await desk.AdjustmentsAsync());
        Assert.Equal((14_50, "by phone", command.PaymentId, desk.Finance.Id), (written.AmountMinor, written.Note, written.MadeWithPaymentId, written.RecordedById));
        Assert.Null(written.ApprovedById);
        Assert.Equal("Adjusted", (await desk.LastAuditAsync()).Action);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Reversing_the_payment_takes_its_differences_back(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with { Adjustments = [desk.Difference(AdjustmentKind.WriteOff, 10), desk.Difference(AdjustmentKind.Deduction, 5, "WrongSize")] };
        await desk.RegisterAsync(command);
        var byItself = desk.Adjust(AdjustmentKind.WriteOff, 2);
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.AdjustAsync(byItself, default));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Bounced"), default));

        Assert.Equal(98_00, await desk.OutstandingAsync(desk.Invoice));
        Assert.Equal(2, await desk.App.ReadAsync(db => db.Reversals.CountAsync(reversal => reversal.AdjustmentId != null)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Difference_without_a_payment_is_written_once_and_taken_back_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var adjust = desk.Adjust(AdjustmentKind.WriteOff, 30);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.AdjustAsync(adjust, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.AdjustAsync(adjust, default));
        Assert.Equal(70_00, await desk.OutstandingAsync(desk.Invoice));

        var takeBack = new ReverseAdjustment(Guid.CreateVersion7(), adjust.Difference.AdjustmentId, "By mistake");
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAdjustmentAsync(takeBack, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.ReverseAdjustmentAsync(takeBack, default));
        AssertRefused<PaymentProblem.AlreadyTakenBack>(await desk.Payments.ReverseAdjustmentAsync(takeBack with { ReversalId = Guid.CreateVersion7() }, default));
        Assert.Equal(100_00, await desk.OutstandingAsync(desk.Invoice));
        Assert.Equal("AdjustmentReversed", (await desk.LastAuditAsync()).Action);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var euro = await desk.App.InvoiceAsync(desk.Client, currency: "EUR");
        var before = await desk.FactsAsync();
        var writeOff = desk.Difference(AdjustmentKind.WriteOff, 10);

        foreach (var (difference, expected) in new (InvoiceAdjustment, Type)[]
        {
            (writeOff with { InvoiceId = 999_999 }, typeof(PaymentProblem.NotFound)),
            (writeOff with { InvoiceId = euro.Id }, typeof(PaymentProblem.CurrencyMismatch)),
            (writeOff with { Amount = Dollars(0) }, typeof(PaymentProblem.AdjustmentNotPositive)),
            (writeOff with { ReasonCode = "EarlyPayment" }, typeof(PaymentProblem.ReasonCodeMissing)),
            (writeOff with { Kind = AdjustmentKind.BankFee }, typeof(PaymentProblem.ReasonCodeMissing)),
            (writeOff with { Note = "card 4111 1111 1111 1111" }, typeof(PaymentProblem.CardNumberInText)),
            (writeOff with { Note = new string('x', AdjustmentChecks.NoteLength + 1) }, typeof(PaymentProblem.TextTooLong)),
            (writeOff with { CreditNoteId = Guid.CreateVersion7() }, typeof(PaymentProblem.NotFound)),
            (writeOff with { Amount = Dollars(60.01m) }, typeof(PaymentProblem.AdjustedMoreThanOpen)),
        })
        {
            var result = await desk.Payments.RegisterAsync(desk.Command() with { Adjustments = [difference] }, default);
            Assert.IsType(expected, Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(result).Problems));
        }

        var twice = await desk.Payments.RegisterAsync(desk.Command() with { Adjustments = [writeOff, writeOff] }, default);
        Assert.IsType<PaymentProblem.AdjustmentTwice>(Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(twice).Problems));
        AssertRefused<PaymentProblem.ReceivedInFuture>(await desk.Payments.AdjustAsync(new AdjustInvoice(writeOff, desk.App.Today.AddDays(1)), default));
        AssertRefused<PaymentProblem.AdjustedBeforeIssued>(await desk.Payments.AdjustAsync(new AdjustInvoice(writeOff, desk.Invoice.IssuedOn.AddDays(-1)), default));
        AssertRefused<PaymentProblem.AdjustedMoreThanOpen>(await desk.Payments.AdjustAsync(desk.Adjust(AdjustmentKind.WriteOff, 100.01m), default));
        Assert.Equal(before, await desk.FactsAsync());
        Assert.Empty(await desk.RequestsAsync());
    }

    [Theory, BothDatabases]
    public async Task Rep_registers_a_payment_but_no_difference(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var before = await desk.FactsAsync();
        var payments = desk.PaymentsOf(desk.Rep);

        var result = await payments.RegisterAsync(desk.Command() with { Adjustments = [desk.Difference(AdjustmentKind.WriteOff, 1)] }, default);

        Assert.IsType<PaymentProblem.NotAllowed>(Assert.Single(Assert.IsType<RegisterPaymentResult.Refused>(result).Problems));
        AssertRefused<PaymentProblem.NotAllowed>(await payments.AdjustAsync(desk.Adjust(AdjustmentKind.WriteOff, 1), default));
        Assert.Equal(before, await desk.FactsAsync());
    }

    [Theory, BothDatabases]
    public async Task Discount_within_the_terms_needs_no_limit_and_after_its_time_it_does(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.App.WriteAsync(async db =>
        {
            (await db.RoleLimits.SingleAsync()).Edit(0, 0);
            return true;
        });
        var invoice = await desk.DiscountedInvoiceAsync();
        var discount = desk.Difference(AdjustmentKind.Discount, 2, "EarlyPayment") with { InvoiceId = invoice.Id };

        desk.App.Time.Advance(TimeSpan.FromDays(6));
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.AdjustAsync(new AdjustInvoice(discount, desk.App.Today.AddDays(-1)), default));
        var second = discount with { AdjustmentId = Guid.CreateVersion7(), Amount = Dollars(0.01m) };
        Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(new AdjustInvoice(second, desk.App.Today.AddDays(-1)), default));
        var late = second with { AdjustmentId = Guid.CreateVersion7() };
        Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(new AdjustInvoice(late, desk.App.Today), default));
        Assert.Equal(98_00, await desk.OutstandingAsync(invoice));
    }

    [Theory, BothDatabases]
    public async Task Commission_within_the_payers_percentage_needs_no_limit(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        await desk.App.AgreeCommissionAsync(desk.Client, 1_500);
        var invoice = await desk.App.InvoiceAsync(desk.Client, total: 10_000);
        var commission = desk.Difference(AdjustmentKind.AgencyCommission, 1_500) with { InvoiceId = invoice.Id };

        var registered = await desk.RegisterAsync(desk.Command() with
        {
            Amount = Dollars(8_500),
            Allocations = [new InvoiceShare(invoice.Id, Dollars(8_500))],
            Adjustments = [commission],
        });

        Assert.Equal(0, registered.AwaitingApproval);
        Assert.Equal(0, await desk.OutstandingAsync(invoice));
    }

    [Theory, BothDatabases]
    public async Task Credit_note_is_netted_with_the_payment_and_given_back_by_its_reversal(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var note = await desk.App.WriteAsync(db =>
        {
            var note = new CreditNote(Guid.CreateVersion7(), desk.Client.Id, "CN-7", Dollars(70), desk.App.Today, "Wrong size", desk.App.Clock.RecordedBy(desk.Finance.Id));
            db.CreditNotes.Add(note);
            return Task.FromResult(note);
        });
        var netting = desk.Difference(AdjustmentKind.CreditNote, 60, "WrongSize") with { CreditNoteId = note.Id };
        var command = desk.Command() with { Adjustments = [netting] };

        await desk.RegisterAsync(command);
        Assert.Equal(10_00, await UnappliedAsync(desk, note));
        var more = await desk.Payments.AdjustAsync(new AdjustInvoice(netting with { AdjustmentId = Guid.CreateVersion7(), InvoiceId = (await desk.App.InvoiceAsync(desk.Client)).Id }, desk.App.Today), default);
        AssertRefused<PaymentProblem.CreditNoteTooSmall>(more);
        await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Bounced"), default);

        Assert.Equal(70_00, await UnappliedAsync(desk, note));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    private static Task<long> UnappliedAsync(PaymentDesk desk, CreditNote note) =>
        desk.App.ReadAsync(db => db.CreditNotes.Where(found => found.Id == note.Id).Select(found => found.UnappliedMinor).SingleAsync());

    private static void AssertRefused<T>(CorrectionResult result)
        where T : PaymentProblem => Assert.IsType<T>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems));
}
