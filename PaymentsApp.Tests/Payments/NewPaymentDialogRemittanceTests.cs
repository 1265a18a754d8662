using Bunit;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>The clerk has the check in one hand and the customer's list in the other.</summary>
public sealed class NewPaymentDialogRemittanceTests : NewPaymentDialogTest
{
    [Fact, UseCulture("en-US")]
    public async Task A_pasted_list_fills_the_shares_and_the_amount()
    {
        var second = await Desk.App.InvoiceAsync(Desk.Client, 70);
        Open(NewPaymentStart.OnAccount(Desk.Client.Id));

        Paste($"{Desk.Invoice.Number}  80.00\n{second.Number}  70.00");
        Eventually(() => Assert.Contains("2 lines, 150.00 USD.", Words, StringComparison.Ordinal));
        Assert.Contains("20.00 USD stays open", Words, StringComparison.Ordinal);
        Click("Apply to 2");

        Eventually(() => Assert.Equal(("150.00", "80.00", "70.00"), (Text("Amount"), Share(Desk.Invoice), Share(second))));
        SaveAndClose();
        Assert.Equal((150_00, 0), ((await PaymentAsync()).AmountMinor, (await PaymentAsync()).UnappliedMinor));
        Assert.Equal((20_00, 0), (await Desk.OutstandingAsync(Desk.Invoice), await Desk.OutstandingAsync(second)));
    }

    [Fact, UseCulture("en-US")]
    public async Task More_than_is_open_is_never_applied_and_the_difference_is_said()
    {
        Open(NewPaymentStart.OnAccount(Desk.Client.Id));
        Type("Amount", "130");

        Paste($"{Desk.Invoice.Number}  120.00");
        Eventually(() => Assert.Contains("20.00 USD more than is open", Words, StringComparison.Ordinal));
        Assert.Contains("10.00 USD less than was received", Words, StringComparison.Ordinal);
        Click("Apply to 1");

        Eventually(() => Assert.Equal(("130", "100.00"), (Text("Amount"), Share(Desk.Invoice))));
        SaveAndClose();
        Assert.Equal(30_00, (await PaymentAsync()).UnappliedMinor);
    }

    [Fact, UseCulture("en-US")]
    public async Task What_is_not_open_says_why_and_of_whom_it_is()
    {
        var (paid, other) = (await Desk.App.InvoiceAsync(Desk.Client, 40), await Desk.App.OrganizationAsync());
        var foreign = await Desk.App.InvoiceAsync(other);
        await Desk.RegisterAsync(Desk.Command() with { Amount = PaymentDesk.Dollars(40), Allocations = [new InvoiceShare(paid.Id, PaymentDesk.Dollars(40))] });
        Open(NewPaymentStart.OnAccount(Desk.Client.Id));

        Paste($"Invoice;Paid\n{Desk.Invoice.Number};100.00\n{paid.Number};40.00\n{foreign.Number};50.00\nX-99999;1.00\n");

        Eventually(() => Assert.Contains("3 lines name nothing that is open.", Words, StringComparison.Ordinal));
        Assert.Contains("Paid already", Words, StringComparison.Ordinal);
        Assert.Contains($"Invoice of {other.Name}", Words, StringComparison.Ordinal);
        Assert.Contains("No such invoice", Words, StringComparison.Ordinal);
        Click("Apply to 1");
        Eventually(() => Assert.Equal(("191.00", "100.00"), (Text("Amount"), Share(Desk.Invoice))));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_rep_does_not_learn_whose_an_invoice_of_another_rep_is()
    {
        var other = await Desk.App.OrganizationAsync();
        var foreign = await Desk.App.InvoiceAsync(other);
        Open(NewPaymentStart.OnAccount(Desk.Client.Id), Desk.Rep);

        Paste($"Invoice;Paid\n{Desk.Invoice.Number};100.00\n{foreign.Number};50.00\n");

        Eventually(() => Assert.Contains("No such invoice", Words, StringComparison.Ordinal));
        Assert.DoesNotContain(other.Name, Words, StringComparison.Ordinal);
    }

    private void Paste(string text)
    {
        Click("Remittance");
        Box("Remittance advice").Input(text);
    }
}
