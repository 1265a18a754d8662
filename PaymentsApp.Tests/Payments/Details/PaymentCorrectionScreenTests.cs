using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Details;
using PaymentsApp.Payments.Returns;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Details;

/// <summary>Move, correct, returned by the bank, refund: on the payment's page.</summary>
public sealed class PaymentCorrectionScreenTests : ScreenTest
{
    private Organization _client = default!;
    private Guid _payment;

    [Fact, UseCulture("en-US")]
    public async Task An_allocation_is_moved_to_another_invoice()
    {
        await ShowPaymentAsync();
        await App.InvoiceAsync(_client, total: 20, number: "INV-2");
        Button("Move from INV-1").Click();
        Eventually(() => Assert.Equal("20.00", Box("Amount").GetAttribute("value")));

        Box("Reason").Input("Wrong invoice");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Moved 20.00 USD Invoice before: INV-1 → INV-2", Words, StringComparison.Ordinal));
        Assert.Equal(4_000, await App.ReadAsync(db => db.Invoices.Where(i => i.Number == "INV-1").Select(i => i.AllocatedMinor).SingleAsync()));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_wrong_amount_is_corrected_and_both_payments_name_each_other()
    {
        await ShowPaymentAsync();
        Button("Correct").Click();
        Eventually(() => Assert.Contains("registered again with these figures", Words, StringComparison.Ordinal));
        Box("Amount").Input("90.00");
        Box("Amount").Blur();
        Box("Reason").Input("90 on the check");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Registered again as P-000002", Words, StringComparison.Ordinal));
        Assert.Contains("Reversed on", Words, StringComparison.Ordinal);
        var right = await App.ReadAsync(db => db.Payments.SingleAsync(p => p.ReplacesPaymentId == _payment));
        Assert.Equal((9_000, 6_000), (right.AmountMinor, right.AllocatedMinor));
        Show<PaymentDetails>(Finance, (nameof(PaymentDetails.Id), right.Id));
        Eventually(() => Assert.Contains("Takes the place of P-000001", Words, StringComparison.Ordinal));
    }

    [Fact, UseCulture("en-US")]
    public async Task Reversing_asks_about_the_credit_that_was_used_together_with_the_payment()
    {
        _client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(_client, total: 100, number: "INV-1");
        var older = await App.PaymentAsync(Finance, _client, 30);
        _payment = Guid.CreateVersion7();
        await App.Get<PaymentService>().RegisterAsync(
            new RegisterPayment(_payment, _client.Id, Money.Whole(70, "USD"), Money.Zero("USD"), App.Today, 1, "9", null, null, [new InvoiceShare(invoice.Id, Money.Whole(70, "USD"))])
            {
                Credits = [new CreditUse(Guid.CreateVersion7(), CreditKind.Payment, older, invoice.Id, Money.Whole(30, "USD"))],
            },
            default);
        Show<PaymentDetails>(Finance, (nameof(PaymentDetails.Id), _payment));
        Eventually(() => Assert.True(HasButton("Reverse payment")));

        Button("Reverse payment").Click();
        Eventually(() => Assert.Contains("30.00 USD of P-000001 on INV-1", Words, StringComparison.Ordinal));
        Assert.True(Screen.Find("form input[type=checkbox]").HasAttribute("checked"));
        Box("Reason").Input("Bounced");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Reversed on", Words, StringComparison.Ordinal));
        Assert.Equal(3_000, await App.ReadAsync(db => db.Payments.Where(p => p.Id == older).Select(p => p.UnappliedMinor).SingleAsync()));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_bounced_check_is_recorded_with_the_banks_fee_and_charged()
    {
        await App.WriteAsync(async db =>
        {
            (await db.CompanySettings.AsTracking().SingleAsync()).ChargeForReturns(2_500);
            return true;
        });
        await ShowPaymentAsync();
        Button("Returned by bank").Click();
        Eventually(() => Assert.Contains("A · Not sufficient funds (NSF)", Words, StringComparison.Ordinal));
        Box("The bank charges us").Input("12.00");
        Box("The bank charges us").Blur();
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("The bank charged us 12.00 USD", Words, StringComparison.Ordinal));
        Assert.Contains("charged by invoice FEE-P-000001", Words, StringComparison.Ordinal);
        Assert.Contains("Returned by the bank: Not sufficient funds (NSF) (A)", Words, StringComparison.Ordinal);
        Assert.False(HasButton("Returned by bank"));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_refund_waits_for_a_colleague_and_says_so()
    {
        await ShowPaymentAsync();
        Button("Refund").Click();
        Eventually(() => Assert.Equal("40.00", Box("Amount").GetAttribute("value")));
        Box("Reason").Input("Paid twice");
        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains("Refund waits for approval 40.00 USD", Words, StringComparison.Ordinal));

        var request = await App.ReadAsync(db => db.ApprovalRequests.Select(r => r.Id).SingleAsync());
        var second = App.For(await App.FinanceAsync("Second Person"));
        var payments = (PaymentService)second.GetService(typeof(PaymentService))!;
        await payments.ApproveAsync(new DecideApproval(request, null), default);

        Eventually(() => Assert.Contains("Refunded 40.00 USD asked for by Fiona Finance Unapplied before: 40.00 USD → 0.00 USD “Paid twice” Second Person", Words, StringComparison.Ordinal));
        Assert.True(HasButton("Take refund back"));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_returned_payment_is_counted_shown_to_the_rep_and_registered_again_once()
    {
        await ShowPaymentAsync();
        await App.Get<PaymentService>().ReturnAsync(
            new ReturnPayment(Guid.CreateVersion7(), _payment, App.Today, "A", Money.Zero("USD"), ChargesPayer: false, null), default);
        Eventually(() => Assert.True(HasButton("Register again")));
        Button("Register again").Click();
        Eventually(() => Assert.Contains("takes the place of this one", Words, StringComparison.Ordinal));
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Registered again as P-000002", Words, StringComparison.Ordinal));
        Assert.False(HasButton("Register again"));
        var again = await App.ReadAsync(db => db.Payments.SingleAsync(p => p.ReplacesPaymentId == _payment));
        Assert.Equal((6_000, 4_000), (again.AllocatedMinor, again.UnappliedMinor));

        Show<ReturnNotice>(Finance, (nameof(ReturnNotice.PayerId), _client.Id));
        Eventually(() => Assert.Contains("1 returned payment of this payer.", Words, StringComparison.Ordinal));
        Show<ReturnedList>(Finance);
        Eventually(() => Assert.Contains("Harbor Coffee P-000001 Not sufficient funds (NSF)", Words, StringComparison.Ordinal));
    }

    private async Task ShowPaymentAsync()
    {
        _client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(_client, total: 60, number: "INV-1");
        _payment = await App.PaymentAsync(Finance, _client, 100, [(invoice, 60)], reference: "CHK 1");
        Show<PaymentDetails>(Finance, (nameof(PaymentDetails.Id), _payment));
        Eventually(() => Assert.Contains("CHK 1", Words, StringComparison.Ordinal));
    }
}
