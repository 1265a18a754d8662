using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using Radzen;

namespace PaymentsApp.Tests.Payments;

/// <summary>The window under a hand that is faster than the server.</summary>
[UseCulture("en-US")]
public sealed class NewPaymentDialogHurryTests : NewPaymentDialogTest
{
    [Theory]
    [InlineData("Amount", "5")]
    [InlineData("Bank fee", "1")]
    [InlineData("Payer", "harb")]
    public void Esc_right_after_the_first_letter_asks_before_it_is_lost(string label, string typed)
    {
        Open(NewPaymentStart.Blank);

        Box(label).Input(typed); // the box is not left
        Click("Cancel");

        Eventually(() => Assert.NotNull(Button("Keep editing")));
    }

    [Fact]
    public async Task Ctrl_Enter_behind_the_question_whether_to_discard_saves_nothing()
    {
        OpenForInvoice();
        Type("Memo", "Half done");
        Click("Cancel");
        Eventually(() => Assert.NotNull(Button("Keep editing")));

        Press("Ctrl+Enter");
        Assert.NotNull(Button("Keep editing"));
        Assert.Empty(await PaymentsAsync());

        Click("Keep editing");
        SaveAndClose();
        await PaymentAsync();
    }

    [Fact]
    public void N_pressed_three_times_opens_one_window()
    {
        OpenForInvoice();

        var dialogs = Services.GetRequiredService<DialogService>();
        var again = Screen.InvokeAsync(() => NewPaymentDialog.OpenAsync(dialogs, NewPaymentStart.Blank));
        Eventually(() => Assert.True(again.IsCompletedSuccessfully));
        Assert.Single(Screen.FindAll("[data-ready]"));

        Click("Cancel");
        Eventually(() => Assert.False(IsOpen));
        OpenForInvoice(); // it opens again after it was closed
    }

    [Fact]
    public async Task Payer_entered_before_the_list_opened_is_chosen_although_the_box_was_left()
    {
        Open(NewPaymentStart.Blank);
        Box("Payer").FocusIn();
        Box("Payer").Input("harb");

        var enter = Box("Payer").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await Box("Payer").FocusOutAsync(new FocusEventArgs());
        await enter;

        Eventually(() => Assert.Equal("Harbor Books", Text("Payer")));
        Assert.NotNull(Tick(Desk.Invoice));
    }
}
