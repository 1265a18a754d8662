using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Details;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>A payment is taken back in whose window existing credit was used too.</summary>
public sealed class BesideCreditTests
{
    [Theory, BothDatabases]
    public async Task Credit_that_was_used_beside_a_reversed_payment_is_taken_back_with_it(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (payment, note, command) = await PaidTogetherAsync(desk);
        var asked = (await desk.App.Get<PaymentDetailQueries>().FindAsync(command.PaymentId, default))!.Corrections.Beside;
        Assert.Equal([(30_00, "P-000001"), (20_00, "CN-7")], asked.Select(credit => (credit.Use.Amount.Minor, credit.Number)));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Bounced"), default));

        Assert.Equal((100_00, 30_00, 20_00), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note)));
        Assert.Equal(
            2, await desk.App.ReadAsync(db => db.Reversals.CountAsync(reversal => reversal.Reason == "Bounced (with P-000002)")));
        Assert.Empty(await desk.App.VerifyAsync());
        Assert.Empty((await desk.App.Get<PaymentDetailQueries>().FindAsync(command.PaymentId, default))!.Corrections.Beside);
    }

    [Theory, BothDatabases]
    public async Task Credit_stays_where_it_was_put_when_that_is_wanted(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (payment, note, command) = await PaidTogetherAsync(desk);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(
            new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Bounced") { TakesCreditBack = false }, default));

        Assert.Equal((50_00, 0, 0), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Credit_goes_back_with_a_corrected_payment_that_the_bank_returns_later(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (payment, note, command) = await PaidTogetherAsync(desk);
        var right = command with { PaymentId = Guid.CreateVersion7(), Amount = Dollars(35), Allocations = [], Credits = [] };
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new CorrectPayment(command.PaymentId, right, "35 on the check"), default));
        Assert.Equal((15_00, 0, 0), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note)));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReturnAsync(
            new ReturnPayment(Guid.CreateVersion7(), right.PaymentId, desk.App.Today, "A", Dollars(0), ChargesPayer: false, null), default));

        Assert.Equal((100_00, 30_00, 20_00), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_was_taken_back_before_is_not_taken_back_again(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (payment, note, command) = await PaidTogetherAsync(desk);
        var older = command.Credits[0];
        await desk.Payments.UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), older.FactId, "Wrong invoice"), default);

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(new(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Bounced"), default));

        Assert.Equal((100_00, 30_00, 20_00), (await desk.OutstandingAsync(desk.Invoice), await desk.LeftAsync(payment), await desk.LeftAsync(note)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    // 50.00 came, beside 30.00 of an older payment and 20.00 of a credit note: the invoice is paid.
    private static async Task<(Guid Payment, Guid Note, RegisterPayment Command)> PaidTogetherAsync(PaymentDesk desk)
    {
        var payment = await desk.CreditAsync(30);
        var note = await desk.CreditNoteAsync(20);
        var command = desk.Command() with
        {
            Amount = Dollars(50),
            Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(50))],
            Credits = [desk.Use(payment, 30), desk.Use(note, 20)],
        };
        await desk.RegisterAsync(command);
        Assert.Equal(0, await desk.OutstandingAsync(desk.Invoice));
        return (payment, note.Id, command);
    }
}
