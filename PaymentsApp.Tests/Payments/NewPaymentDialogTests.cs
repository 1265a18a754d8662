using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>From where the window opens, and what becomes of a plain payment.</summary>
[UseCulture("en-US")]
public sealed class NewPaymentDialogTests : NewPaymentDialogTest
{
    [Fact]
    public async Task Opened_from_an_invoice_save_is_one_key_away()
    {
        OpenForInvoice();
        Assert.True(Tick(Desk.Invoice).HasAttribute("checked"));
        Assert.Equal("100.00", Text("Amount"));
        Assert.Equal("Harbor Books", Text("Payer"));

        SaveAndClose();

        var payment = await PaymentAsync();
        Assert.Equal((10_000, 10_000, Desk.App.Today), (payment.AmountMinor, payment.AllocatedMinor, payment.ReceivedOn));
        Assert.Equal(0, await Desk.OutstandingAsync(Desk.Invoice));
        Assert.Contains($"Payment {PaymentNumber.Format(payment.Number)} registered.", Toast, StringComparison.Ordinal);
        Assert.Equal($"payments/{payment.Id}", Screen.Find(".toast a, [role=status] a, a[href^=payments]").GetAttribute("href"));
    }

    [Fact]
    public async Task Opened_for_a_client_the_invoice_is_ticked_there()
    {
        var second = await Desk.App.InvoiceAsync(Desk.Client, total: 70);
        Open(NewPaymentStart.ForOrganization(Desk.Client.Id), Desk.Rep);
        Assert.False(Tick(Desk.Invoice).HasAttribute("checked"));
        Assert.Equal("", Text("Amount"));

        Tick(second).Change(true);
        Assert.Equal("70.00", Text("Amount"));
        SaveAndClose();

        Assert.Equal((10_000, 0), (await Desk.OutstandingAsync(Desk.Invoice), await Desk.OutstandingAsync(second)));
        Assert.Equal(Desk.Rep.Id, (await PaymentAsync()).RecordedById);
    }

    [Theory]
    [InlineData("harb")]
    [InlineData("C-000")]
    [InlineData("INV-0000")]
    public void Opened_blank_the_payer_is_found_by_name_customer_number_or_invoice(string text)
    {
        Open(NewPaymentStart.Blank);
        Assert.Contains("Choose the payer to see the open invoices.", Words, StringComparison.Ordinal);

        ChoosePayer(text);

        Eventually(() => Assert.Equal("Harbor Books", Text("Payer")));
        Assert.NotNull(Tick(Desk.Invoice));
    }

    [Fact]
    public void Payer_found_by_an_invoice_has_that_invoice_ticked()
    {
        Open(NewPaymentStart.Blank);

        ChoosePayer(Desk.Invoice.Number);

        Eventually(() => Assert.Equal("100.00", Text("Amount")));
        Assert.True(Tick(Desk.Invoice).HasAttribute("checked"));
    }

    [Fact]
    public async Task Amount_typed_before_the_payer_stays()
    {
        Open(NewPaymentStart.Blank);
        Type("Amount", "30");

        ChoosePayer(Desk.Invoice.Number);

        Eventually(() => Assert.Equal("30.00", Share(Desk.Invoice)));
        SaveAndClose();
        Assert.Equal(3_000, (await PaymentAsync()).AmountMinor);
    }

    [Fact]
    public async Task One_payment_pays_several_invoices_and_the_last_in_part()
    {
        var second = await Desk.App.InvoiceAsync(Desk.Client, total: 70);
        var third = await Desk.App.InvoiceAsync(Desk.Client, total: 50);
        Open(NewPaymentStart.ForOrganization(Desk.Client.Id));
        Type("Amount", "120+80");

        Tick(Desk.Invoice).Change(true);
        Tick(second).Change(true);
        Tick(third).Change(true);

        Assert.Equal("120.00 + 80.00 = 200.00 USD", Note("Amount"));
        Assert.Equal(("100.00", "70.00", "30.00"), (Share(Desk.Invoice), Share(second), Share(third)));
        SaveAndClose();
        Assert.Equal(2_000, await Desk.OutstandingAsync(third));
        Assert.Equal(3, (await Desk.AllocationsAsync((await PaymentAsync()).Id)).Count);
    }

    [Fact]
    public async Task What_is_paid_too_much_is_said_in_words_and_becomes_credit()
    {
        OpenForInvoice();

        Type("Amount", "130");

        Assert.Contains("30.00 USD stays as unapplied credit of Harbor Books.", Words, StringComparison.Ordinal);
        SaveAndClose();
        Assert.Equal(3_000, (await PaymentAsync()).UnappliedMinor);
    }

    [Fact]
    public async Task Applying_more_than_was_received_is_said_and_one_click_mends_it()
    {
        OpenForInvoice();
        Type("Amount", "60");
        TypeShare(Desk.Invoice, "90");
        Assert.Contains("30.00 USD more is applied than was received.", Words, StringComparison.Ordinal);

        Press("Ctrl+Enter");
        Eventually(() => Assert.Contains("Nothing was saved", Words, StringComparison.Ordinal));
        Assert.Empty(await PaymentsAsync());

        Click("Make the amount 90.00 USD");
        SaveAndClose();
        Assert.Equal(9_000, (await PaymentAsync()).AllocatedMinor);
    }

    [Fact]
    public async Task Bank_fee_pays_the_invoice_in_full()
    {
        OpenForInvoice();
        Type("Amount", "88");
        Type("Bank fee", "12");

        Assert.Equal("100.00", Share(Desk.Invoice));
        SaveAndClose();

        Assert.Equal((8_800, 1_200), ((await PaymentAsync()).AmountMinor, (await PaymentAsync()).AdjustedMinor));
        Assert.Equal(0, await Desk.OutstandingAsync(Desk.Invoice));
    }

    [Fact]
    public async Task Proposals_oldest_first_and_clear_fill_and_empty_the_rows()
    {
        var older = await Desk.App.InvoiceAsync(Desk.Client, total: 70, due: Desk.App.Today.AddDays(-20));
        Open(NewPaymentStart.ForOrganization(Desk.Client.Id));
        Type("Amount", "100");
        Assert.Contains("20 days late", Words, StringComparison.Ordinal);
        Assert.Equal(("", "100.00"), (Share(older), Share(Desk.Invoice)));
        Assert.Contains("One invoice comes to exactly this amount; no others do.", Words, StringComparison.Ordinal);

        Click("Oldest first");
        Assert.Equal(("70.00", "30.00"), (Share(older), Share(Desk.Invoice)));

        Press("Ctrl+E");
        Eventually(() => Assert.Equal(("", "100.00"), (Share(older), Share(Desk.Invoice))));

        Click("Clear");
        Assert.Equal(("", ""), (Share(older), Share(Desk.Invoice)));
        Assert.Equal("100", Text("Amount"));
    }

    [Fact]
    public async Task Payment_of_a_check_keeps_its_number_and_date_and_another_type_has_none()
    {
        OpenForInvoice();
        Type("Check number", "4711");
        Box("Date on check").Change(Desk.App.Today.AddDays(-4).ToString("O"));
        Type("Memo", "By courier");
        SaveAndClose();

        var payment = await PaymentAsync();
        Assert.Equal(("4711", Desk.App.Today.AddDays(-4), "By courier"), (payment.Reference, payment.CheckDatedOn, payment.Memo));

        Open(NewPaymentStart.ForOrganization(Desk.Client.Id));
        Box("Date on check").Change(Desk.App.Today.AddDays(-4).ToString("O"));
        Choose("Payment type", "3");
        Assert.Equal("", Text("Reference"));
        Assert.DoesNotContain("Date on check", Words, StringComparison.Ordinal);
        Type("Amount", "5");
        SaveAndClose();
        Assert.Null((await PaymentsAsync())[1].CheckDatedOn);
    }

    [Fact]
    public async Task Credit_and_other_currencies_of_the_client_are_said()
    {
        await Desk.App.PaymentAsync(Desk.Finance, Desk.Client, 25);
        await Desk.App.InvoiceAsync(Desk.Client, currency: "EUR");

        Open(NewPaymentStart.ForOrganization(Desk.Client.Id), Desk.Rep); // who may apply is offered it instead

        Assert.Contains("Harbor Books has unapplied credit of 25.00 USD from earlier payments.", Words, StringComparison.Ordinal);
        Assert.Contains("Open invoices in EUR are not offered: this payment is in USD.", Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foreign_client_of_a_rep_is_not_found()
    {
        var foreign = await Desk.App.OrganizationAsync(await Desk.App.RepAsync("Other Rep"), "Secret Press");

        Open(NewPaymentStart.ForOrganization(foreign.Id), Desk.Rep);

        Assert.Contains("This client account was not found.", Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", Words, StringComparison.Ordinal);
    }

    [Fact]
    public void No_subscription_is_left_when_the_window_is_closed()
    {
        var feed = Desk.App.Services.GetRequiredService<PaymentFeed>();
        OpenForInvoice();
        Assert.NotEqual(0, feed.SubscriberCount);

        Click("Cancel");

        Eventually(() => Assert.Equal(0, feed.SubscriberCount));
    }
}
