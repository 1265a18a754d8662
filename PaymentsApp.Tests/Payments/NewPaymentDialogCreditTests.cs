using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

public sealed class NewPaymentDialogCreditTests : NewPaymentDialogTest
{
    [Fact, UseCulture("en-US")]
    public async Task Credit_alone_settles_the_invoice_and_no_payment_is_registered()
    {
        var payment = await Desk.CreditAsync(70);
        var note = await Desk.CreditNoteAsync(50);

        Open(NewPaymentStart.WithCredit(Desk.Client.Id, Desk.Invoice.Id));

        Assert.Equal(("", "100.00"), (Text("Amount"), Share(Desk.Invoice)));
        Assert.Contains("Only credit is used: no payment is registered.", Words, StringComparison.Ordinal);
        SaveAndClose();

        Assert.Single(await PaymentsAsync());
        Assert.Equal((0, 20_00), (await Desk.OutstandingAsync(Desk.Invoice), await Desk.LeftAsync(payment) + await Desk.LeftAsync(note.Id)));
        Assert.Contains("100.00 USD of credit applied.", Toast, StringComparison.Ordinal);
    }

    [Fact, UseCulture("en-US")]
    public async Task A_part_of_the_credit_lowers_the_amount_to_be_received()
    {
        var note = await Desk.CreditNoteAsync(50);
        OpenForInvoice();

        Type("Use of CN-7", "30");

        Eventually(() => Assert.Equal("70.00", Text("Amount")));
        SaveAndClose();
        Assert.Equal((70_00, 0), ((await PaymentAsync()).AmountMinor, (await PaymentAsync()).UnappliedMinor));
        Assert.Equal((0, 20_00), (await Desk.OutstandingAsync(Desk.Invoice), await Desk.LeftAsync(note.Id)));
    }

    [Fact, UseCulture("en-US")]
    public async Task What_unapplied_money_is_meant_for_is_remembered_and_said_the_next_time()
    {
        Open(NewPaymentStart.OnAccount(Desk.Client.Id));
        Type("Amount", "25");
        Eventually(() => Assert.Contains("On account", Words, StringComparison.Ordinal));
        Choose("Meant for", $"{Desk.Invoice.Id}");
        SaveAndClose();

        Assert.Equal(Desk.Invoice.Id, (await PaymentAsync()).MeantForInvoiceId);
        OpenForInvoice();
        Assert.Contains($"Meant for {Desk.Invoice.Number}", Words, StringComparison.Ordinal);
        Click("Use credit");
        Assert.Equal("75.00", Text("Amount"));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_colleague_who_used_the_credit_first_is_named_by_what_is_left()
    {
        var payment = await Desk.CreditAsync(70);
        var other = await Desk.App.InvoiceAsync(Desk.Client);
        Open(NewPaymentStart.WithCredit(Desk.Client.Id, Desk.Invoice.Id));
        await Desk.App.WriteAsync(async db =>
        {
            var credit = await db.LockPaymentAsync(payment, default) ?? throw new InvalidOperationException();
            var invoices = await db.LockInvoicesAsync([other.Id], default);
            db.Allocations.Add(credit.Apply(Guid.CreateVersion7(), invoices[other.Id], PaymentDesk.Dollars(60), Desk.App.Today, Desk.App.Clock.RecordedBy(Desk.Finance.Id)));
            return true;
        });

        Press("Ctrl+Enter");

        Eventually(() => Assert.Contains("has 10.00 USD unapplied; you wanted to use 70.00 USD.", Words, StringComparison.Ordinal));
        Assert.Equal(100_00, await Desk.OutstandingAsync(Desk.Invoice));
    }
}
