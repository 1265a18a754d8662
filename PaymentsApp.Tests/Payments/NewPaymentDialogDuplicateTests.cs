using Bunit;
using PaymentsApp.Components;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>The window asks about what may be there already, and Undo takes a payment back right after saving.</summary>
public sealed class NewPaymentDialogDuplicateTests : NewPaymentDialogTest
{
    [Fact, UseCulture("en-US")]
    public async Task The_same_number_is_asked_about_and_saved_with_the_second_press()
    {
        await Desk.RegisterAsync(Desk.Command() with { Amount = Dollars(60), Allocations = [], ReceivedOn = Desk.App.Today.AddDays(-100) });
        OpenForInvoice();
        Type("Check number", "ref 77");

        Press("Ctrl+Enter");
        Eventually(() => Assert.Contains("Is this payment there already? P-000001 : 60.00 USD", Words.Replace("P-000001:", "P-000001 :", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Single(await PaymentsAsync());
        Assert.Contains("Save anyway", Words, StringComparison.Ordinal);
        SaveAndClose();

        Assert.Equal(2, (await PaymentsAsync()).Count);
    }

    [Fact, UseCulture("en-US")]
    public async Task A_payment_is_undone_right_after_saving()
    {
        OpenForInvoice();
        SaveAndClose();
        Eventually(() => Assert.Contains("Undo", Toast, StringComparison.Ordinal));

        Screen.FindComponent<ToastHost>().FindAll("button").First(button => button.TextContent.StartsWith("Undo", StringComparison.Ordinal)).Click();

        Eventually(() => Assert.Contains("Undone.", Toast, StringComparison.Ordinal));
        Assert.True((await PaymentAsync()).IsReversed);
        Assert.Equal(10_000, await Desk.OutstandingAsync(Desk.Invoice));
    }

    [Fact, UseCulture("en-US")]
    public void A_rep_who_may_not_reverse_is_not_offered_to_undo()
    {
        Open(NewPaymentStart.ForInvoice(Desk.Client.Id, Desk.Invoice.Id), Desk.Rep);
        SaveAndClose();

        Eventually(() => Assert.Contains("registered.", Toast, StringComparison.Ordinal));
        Assert.DoesNotContain("Undo", Toast, StringComparison.Ordinal);
    }
}
