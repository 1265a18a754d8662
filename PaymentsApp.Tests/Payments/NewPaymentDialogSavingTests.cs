using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>Saving: once, never by mistake, and nothing typed is lost.</summary>
[UseCulture("en-US")]
public sealed class NewPaymentDialogSavingTests : NewPaymentDialogTest
{
    [Fact]
    public async Task Double_click_on_save_registers_one_payment()
    {
        OpenForInvoice();
        var gate = new TaskCompletionSource();
        var slow = Desk.App.WriteAsync(async _ =>
        {
            await gate.Task; // somebody else is writing: the save waits, and there is time for a second click
            return true;
        });

        Click("Save");
        Eventually(() => Assert.True(Button("Saving").HasAttribute("disabled")));
        Click("Saving");
        Press("Ctrl+Enter");
        gate.SetResult();
        await slow;

        Eventually(() => Assert.False(IsOpen));
        await PaymentAsync();
    }

    [Fact]
    public async Task Save_and_new_keeps_date_and_type_and_asks_for_the_next_payer()
    {
        OpenForInvoice();
        Choose("Payment type", "3");
        Box("Payment date").Change(Desk.App.Today.AddDays(-6).ToString("O"));
        Type("Reference", "WIRE-1");

        Press("Ctrl+Shift+Enter");

        Eventually(() => Assert.Equal("", Text("Payer")));
        Assert.Equal((Desk.App.Today.AddDays(-6).ToString("O"), "", ""), (Text("Payment date"), Text("Amount"), Text("Reference")));
        var second = await Desk.App.InvoiceAsync(Desk.Client, total: 70);
        ChoosePayer(second.Number);
        Eventually(() => Assert.Equal("70.00", Text("Amount")));
        SaveAndClose();

        var payments = await PaymentsAsync();
        Assert.Equal([10_000, 7_000], payments.Select(payment => payment.AmountMinor));
        Assert.All(payments, payment => Assert.Equal((3, Desk.App.Today.AddDays(-6)), (payment.PaymentTypeId, payment.ReceivedOn)));
    }

    [Theory]
    [InlineData("en-US", "12,50", "12.50")]
    [InlineData("de-DE", "12.50", "12,50")]
    [InlineData("fr-FR", "12.50", "12,50")]
    [InlineData("ja-JP", "12,50", "12.50")]
    public async Task Doubtful_amount_stays_in_the_box_and_nothing_else_is_saved_in_its_place(string culture, string typed, string meant)
    {
        using var scope = new CultureScope(culture);
        OpenForInvoice();

        Type("Amount", typed);
        Press("Ctrl+Enter");

        Eventually(() => Assert.Contains("Nothing was saved", Words, StringComparison.Ordinal));
        Assert.Equal(typed, Text("Amount"));
        Assert.Equal($"“{typed}” is not clear. Did you mean {meant}?", Note("Amount"));
        Assert.Empty(await PaymentsAsync());

        Type("Amount", meant);
        SaveAndClose();
        Assert.Equal(1_250, (await PaymentAsync()).AmountMinor);
    }

    [Theory]
    [InlineData("en-US", "1,234.50", "234.50")]
    [InlineData("de-DE", "1.234,50", "234,50")]
    [InlineData("fr-FR", "1 234,50", "234,50")]
    [InlineData("ja-JP", "1,234.50", "234.50")]
    public async Task Figures_are_read_and_written_as_the_person_writes_them(string culture, string typed, string rest)
    {
        using var scope = new CultureScope(culture);
        var large = await Desk.App.InvoiceAsync(Desk.Client, total: 1_000);
        OpenForInvoice(large);

        Type("Amount", typed);

        Assert.Contains($"{rest} USD stays as unapplied credit", Words, StringComparison.Ordinal);
        SaveAndClose();
        Assert.Equal(123_450, (await PaymentAsync()).AmountMinor);
    }

    [Fact]
    public async Task Doubtful_share_and_doubtful_fee_stand_in_the_way_too()
    {
        OpenForInvoice();
        TypeShare(Desk.Invoice, "1,5");
        Type("Bank fee", "2,5");

        Press("Ctrl+Enter");

        Eventually(() => Assert.Contains($"Invoice {Desk.Invoice.Number}: “1,5” is not clear.", Words, StringComparison.Ordinal));
        Assert.Equal(("1,5", "2,5"), (Share(Desk.Invoice), Text("Bank fee")));
        Assert.Empty(await PaymentsAsync());
    }

    [Fact]
    public async Task Doubtful_amount_typed_before_the_payer_does_not_end_the_screen()
    {
        Open(NewPaymentStart.Blank);
        Type("Amount", "12,50");
        ChoosePayer("harb");
        Eventually(() => Assert.NotNull(Tick(Desk.Invoice)));

        Press("Ctrl+Enter");

        Eventually(() => Assert.Contains("Nothing was saved", Words, StringComparison.Ordinal));
        Assert.Equal("12,50", Text("Amount"));
        Assert.Empty(await PaymentsAsync());
    }

    [Fact]
    public async Task Emptied_amount_stays_empty_and_is_asked_for()
    {
        OpenForInvoice();

        Type("Amount", "");
        Press("Ctrl+Enter");

        Eventually(() => Assert.Equal("Enter an amount above zero.", Note("Amount")));
        Assert.Equal("", Text("Amount"));
        Assert.Empty(await PaymentsAsync());
    }

    [Fact]
    public void What_is_missing_is_said_at_its_field()
    {
        Open(NewPaymentStart.Blank);
        Box("Payment date").Change("");

        Press("Ctrl+Enter");

        Eventually(() => Assert.Equal("Choose who paid.", Note("Payer")));
        Assert.Equal("Enter an amount above zero.", Note("Amount"));
        Assert.NotEqual("", Note("Payment date"));
    }

    [Fact]
    public async Task Without_any_payment_type_the_window_says_so()
    {
        await Desk.App.WriteAsync(db => db.PaymentTypes.ExecuteUpdateAsync(set => set.SetProperty(type => type.IsActive, false)));
        OpenForInvoice();

        Press("Ctrl+Enter");

        Eventually(() => Assert.Contains("Choose a payment type.", Words, StringComparison.Ordinal));
        Assert.Empty(await PaymentsAsync());
    }

    [Fact]
    public async Task Card_number_in_the_memo_is_refused_and_not_kept()
    {
        OpenForInvoice();
        Type("Memo", "card 4111 1111 1111 1111");

        Press("Ctrl+Enter");

        Eventually(() => Assert.Contains("Memo seems to hold a card number.", Words, StringComparison.Ordinal));
        Assert.Empty(await PaymentsAsync());
    }

    [Fact]
    public void Old_date_is_doubted_and_a_future_one_is_refused()
    {
        OpenForInvoice();

        Box("Payment date").Change(Desk.App.Today.AddDays(-91).ToString("O"));
        Assert.Equal("91 days ago: is the date right?", Note("Payment date"));

        Box("Payment date").Change(Desk.App.Today.AddDays(1).ToString("O"));
        Press("Ctrl+Enter");
        Eventually(() => Assert.Contains("Nothing was saved", Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Error_of_the_database_loses_nothing_and_the_second_try_saves_once()
    {
        OpenForInvoice();
        Type("Memo", "Typed with care");
        await Desk.App.ExecuteSqlAsync("ALTER TABLE \"Allocations\" RENAME TO \"Away\"");

        Press("Ctrl+Enter");
        Eventually(() => Assert.Contains("Everything you typed is still here", Words, StringComparison.Ordinal));
        Assert.Equal("Typed with care", Text("Memo"));

        await Desk.App.ExecuteSqlAsync("ALTER TABLE \"Away\" RENAME TO \"Allocations\"");
        SaveAndClose();
        Assert.Equal("Typed with care", (await PaymentAsync()).Memo);
    }

    [Fact]
    public void Closing_asks_only_when_something_was_typed()
    {
        OpenForInvoice();
        Click("Cancel");
        Eventually(() => Assert.False(IsOpen));

        OpenForInvoice();
        Type("Memo", "Do not lose me");
        Click("Cancel");
        Eventually(() => Assert.NotNull(Button("Keep editing")));
        Click("Keep editing");
        Eventually(() => Assert.DoesNotContain(Screen.FindAll("button"), button => button.TextContent == "Keep editing"));
        Assert.Equal("Do not lose me", Text("Memo"));

        Click("Cancel");
        Eventually(() => Assert.NotNull(Button("Discard")));
        Click("Discard");
        Eventually(() => Assert.False(IsOpen));
    }

    [Fact]
    public async Task Colleague_who_pays_meanwhile_is_named_in_the_row_and_what_was_typed_stays()
    {
        OpenForInvoice();
        TypeShare(Desk.Invoice, "90");

        var other = Assert.IsType<RegisterPaymentResult.Registered>(await Desk.PaymentsOf(Desk.Rep).RegisterAsync(Desk.Command(), default));

        var at = Desk.App.Clock.LocalOf(Desk.App.Clock.Now);
        var paid = $"Rita Rep applied 40.00 USD ({PaymentNumber.Format(other.Number)})";
        Eventually(() => Assert.Contains(Plain($"{paid} at {at:t}; 60.00 USD is open now."), Words, StringComparison.Ordinal));
        Assert.Equal("90", Share(Desk.Invoice));
        Assert.Contains("More than is open", Words, StringComparison.Ordinal);

        Press("Ctrl+Enter");
        Eventually(() => Assert.Contains(
            Plain($"Invoice {Desk.Invoice.Number}: {paid} on {at:g}; 60.00 USD is open now. You wanted to apply 90.00 USD."), Words, StringComparison.Ordinal));
        Assert.Single(await PaymentsAsync());

        TypeShare(Desk.Invoice, "60");
        Type("Amount", "90");
        SaveAndClose();
        Assert.Equal(0, await Desk.OutstandingAsync(Desk.Invoice));
    }

    [Fact]
    public async Task Invoices_in_a_second_currency_stay_open_when_a_colleague_pays_one_in_the_first()
    {
        var euro = await Desk.App.InvoiceAsync(Desk.Client, total: 80, currency: "EUR");
        Open(NewPaymentStart.Blank);
        ChoosePayer(euro.Number);
        Eventually(() => Assert.Equal("80.00", Text("Amount (EUR)")));

        await Desk.PaymentsOf(Desk.Rep).RegisterAsync(Desk.Command(), default);
        await Desk.App.InvoiceAsync(Desk.Client, total: 5, currency: "EUR");
        await Task.Delay(300);

        Assert.DoesNotContain("it is paid now", Words, StringComparison.Ordinal);
        SaveAndClose();
        Assert.Equal(0, await Desk.OutstandingAsync(euro));
    }
}
