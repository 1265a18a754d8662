using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>What becomes of a difference, decided in the payment window.</summary>
[UseCulture("en-US")]
public sealed class DifferenceEditorTests : NewPaymentDialogTest
{
    private const string Kind = "What becomes of the difference";
    private const string Reason = "Reason of the difference";

    [Fact]
    public async Task Short_pay_stays_open_unless_somebody_chooses_otherwise()
    {
        OpenForInvoice();
        Type("Amount", "85.50");
        Click("Difference");

        Assert.Equal("", Select(Kind).GetAttribute("value"));
        Assert.Equal("14.50", Text("Amount of the difference"));
        SaveAndClose();

        Assert.Equal(14_50, await Desk.OutstandingAsync(Desk.Invoice));
        Assert.Empty(await Desk.AdjustmentsAsync());
        Assert.Equal(0, await Desk.App.ReadAsync(db => db.Disputes.CountAsync()));
    }

    [Fact]
    public async Task Small_rest_is_written_off_with_its_arithmetic_in_view()
    {
        OpenForInvoice();
        Type("Amount", "85.50");
        Tick(Desk.Invoice).KeyDown(new KeyboardEventArgs { Key = "d" });
        Select(Kind).Change("WriteOff");

        Assert.Equal("Applied85.50+Write-off14.50=Settled100.00USD", string.Concat(Screen.Find("[aria-label='How the invoices are settled']").TextContent.Where(c => !char.IsWhiteSpace(c))));
        SaveAndClose();

        Assert.Equal(0, await Desk.OutstandingAsync(Desk.Invoice));
        Assert.Equal(("SmallDifference", 14_50), (Assert.Single(await Desk.AdjustmentsAsync()) is var written ? (written.ReasonCode, written.AmountMinor) : default));
    }

    [Fact]
    public async Task Agreed_discount_is_filled_in_with_how_it_came_about()
    {
        var invoice = await Desk.DiscountedInvoiceAsync();
        OpenForInvoice(invoice);
        Type("Amount", "95");
        Click("Difference");
        Select(Kind).Change("Discount");

        Eventually(() => Assert.Equal("2.00", Text("Amount of the difference")));
        Assert.Contains("2% of 100.00 USD, offered until", Words, StringComparison.Ordinal);
        Click("Another difference");
        Assert.Equal(2, Screen.FindAll($"select[aria-label='{Kind}']").Count);
        SaveAndClose();

        Assert.Equal(3_00, await Desk.OutstandingAsync(invoice));
    }

    [Fact]
    public async Task Rest_that_stays_open_for_a_reason_becomes_a_dispute()
    {
        OpenForInvoice();
        Type("Amount", "60");
        Click("Difference");
        Select(Reason).Change("WrongSize");
        Screen.Find("input[aria-label='Note on the difference']").Input("Half a page only");
        SaveAndClose();

        var dispute = await Desk.App.ReadAsync(db => db.Disputes.SingleAsync());
        Assert.Equal((40_00, "WrongSize", Desk.Invoice.Id), (dispute.AmountMinor, dispute.ReasonCode, dispute.InvoiceId));
        Assert.Equal(40_00, await Desk.OutstandingAsync(Desk.Invoice));
    }

    [Fact]
    public async Task Beyond_the_limit_the_payment_is_registered_and_the_rest_waits()
    {
        OpenForInvoice();
        Type("Amount", "40");
        Click("Difference");
        Select(Kind).Change("WriteOff");
        SaveAndClose();

        Assert.Contains("waits for the approval of a colleague", Toast, StringComparison.Ordinal);
        Assert.Equal(60_00, await Desk.OutstandingAsync(Desk.Invoice));
        Assert.Single(await Desk.RequestsAsync());
        await PaymentAsync();
    }

    [Fact]
    public void Rep_is_offered_no_difference()
    {
        Open(NewPaymentStart.ForInvoice(Desk.Client.Id, Desk.Invoice.Id), Desk.Rep);
        Type("Amount", "60");

        Assert.DoesNotContain(Screen.FindAll("button"), button => button.TextContent.Trim() == "Difference");
        Tick(Desk.Invoice).KeyDown(new KeyboardEventArgs { Key = "d" });
        Assert.Empty(Screen.FindAll($"select[aria-label='{Kind}']"));
    }

    private IElement Select(string label) => Screen.Find($"select[aria-label='{label}']");
}
