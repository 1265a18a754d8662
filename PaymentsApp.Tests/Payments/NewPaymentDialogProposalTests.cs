using Bunit;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>The window finds the payer and the invoices, and says why.</summary>
[UseCulture("en-US")]
public sealed class NewPaymentDialogProposalTests : NewPaymentDialogTest
{
    [Fact]
    public async Task One_check_that_pays_three_invoices_takes_an_amount_and_a_number()
    {
        Invoice[] paid = [Desk.Invoice, await Desk.App.InvoiceAsync(Desk.Client, 250.25m), await Desk.App.InvoiceAsync(Desk.Client, 399.75m)];
        await Desk.App.InvoiceAsync(Desk.Client, 33);
        Open(NewPaymentStart.Blank);

        ChoosePayer("750.00");

        Eventually(() => Assert.Equal(("Harbor Books", "750.00"), (Text("Payer"), Text("Amount"))));
        Assert.All(paid, invoice => Assert.True(Tick(invoice).HasAttribute("checked")));
        Assert.Contains("These 3 invoices add up to exactly this amount; no others do.", Words, StringComparison.Ordinal);
        Type("Check number", "1042");
        SaveAndClose();
        var payment = await PaymentAsync();
        Assert.Equal((75_000, 75_000, "1042"), (payment.AmountMinor, payment.AllocatedMinor, payment.Reference));
    }

    [Fact]
    public async Task List_of_payers_says_why()
    {
        await Desk.App.InvoiceAsync(Desk.Client, 250.25m);
        Open(NewPaymentStart.Blank);

        Box("Payer").FocusIn();
        Box("Payer").Input("350.25");

        Eventually(() => Assert.Contains("2 invoices add up to 350.25 USD", Plain(Screen.Find("[role=option]").TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Amount_that_several_may_have_paid_is_not_entered_blindly()
    {
        var other = await Desk.App.OrganizationAsync(name: "Alder Yards");
        await Desk.App.InvoiceAsync(other, 100);
        Open(NewPaymentStart.Blank);

        Box("Payer").FocusIn();
        Box("Payer").Input("100.00");
        Box("Payer").KeyDown(new KeyboardEventArgs { Key = "Enter" });

        Eventually(() => Assert.Equal(2, Screen.FindAll("[role=option]").Count));
        Assert.Equal(("100.00", ""), (Text("Payer"), Text("Amount")));
        Box("Payer").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Eventually(() => Assert.Equal("100.00", Text("Amount")));
    }

    [Fact]
    public async Task Check_number_that_found_the_payer_is_its_reference()
    {
        await Desk.App.PaymentAsync(Desk.Finance, Desk.Client, 1, reference: "1041");
        Open(NewPaymentStart.Blank);

        ChoosePayer("1042");

        Eventually(() => Assert.Equal(("Harbor Books", "1042"), (Text("Payer"), Text("Check number"))));
    }

    [Fact]
    public async Task Rivals_are_counted_and_one_key_takes_one_after_the_other()
    {
        var small = await Desk.App.InvoiceAsync(Desk.Client, 60);
        var rest = await Desk.App.InvoiceAsync(Desk.Client, 40);
        Open(NewPaymentStart.ForOrganization(Desk.Client.Id));

        Type("Amount", "100");
        Assert.Contains("2 sets of invoices add up to this amount. None is ticked by itself.", Words, StringComparison.Ordinal);
        Assert.Equal(("", "", ""), (Share(Desk.Invoice), Share(small), Share(rest)));

        Press("Ctrl+E");
        Eventually(() => Assert.Equal(("100.00", "", ""), (Share(Desk.Invoice), Share(small), Share(rest))));
        Press("Ctrl+E");
        Eventually(() => Assert.Equal(("", "60.00", "40.00"), (Share(Desk.Invoice), Share(small), Share(rest))));
        Assert.Contains("60.00 + 40.00 = 100.00 USD", Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_of_the_payer_is_the_reason()
    {
        var older = await Desk.App.InvoiceAsync(Desk.Client, 70, due: Desk.App.Today.AddDays(-20));
        await Desk.App.WriteAsync(db =>
        {
            db.Organizations.Single(organization => organization.Id == Desk.Client.Id).ProposeBy(AllocationPolicy.OldestFirst);
            return Task.FromResult(0);
        });
        Open(NewPaymentStart.ForOrganization(Desk.Client.Id));

        Type("Amount", "100");

        Assert.Equal(("70.00", "30.00"), (Share(older), Share(Desk.Invoice)));
        Assert.Contains("Oldest first, by the policy of this payer. One set of invoices adds up to this amount.", Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commission_of_an_agency_is_settled_with_the_payment()
    {
        await Desk.App.WriteAsync(db =>
        {
            db.Organizations.Single(organization => organization.Id == Desk.Client.Id).AgreeCommission(1_500);
            return Task.FromResult(0);
        });
        Open(NewPaymentStart.Blank);

        ChoosePayer("85.00");

        Eventually(() => Assert.Equal(("85.00", "85.00"), (Text("Amount"), Share(Desk.Invoice))));
        Assert.Contains("100.00 − commission 15.00 = 85.00 USD", Words, StringComparison.Ordinal);
        SaveAndClose();
        Assert.Equal((0, 8_500), (await Desk.OutstandingAsync(Desk.Invoice), (await PaymentAsync()).AllocatedMinor));
    }

    [Fact]
    public async Task Fee_that_the_bank_kept_before_is_proposed_with_the_invoice_that_it_explains()
    {
        var earlier = Desk.Command() with { Amount = PaymentDesk.Dollars(5), BankFee = PaymentDesk.Dollars(15), Allocations = [] };
        await Desk.RegisterAsync(earlier);
        Open(NewPaymentStart.ForOrganization(Desk.Client.Id));
        Choose("Payment type", "3");

        Type("Amount", "85");

        Eventually(() => Assert.Equal(("15.00", "100.00"), (Text("Bank fee"), Share(Desk.Invoice))));
        Assert.Contains("100.00 − bank fee 15.00 = 85.00 USD", Words, StringComparison.Ordinal);
        SaveAndClose();
        Assert.Equal(0, await Desk.OutstandingAsync(Desk.Invoice));
    }
}
