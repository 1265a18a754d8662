using System.Diagnostics;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Layout;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Drafts;
using Radzen;

namespace PaymentsApp.Tests.Payments.Drafts;

/// <summary>What is typed in the window is kept on the server while it is typed.</summary>
public sealed class NewPaymentDialogDraftTests : NewPaymentDialogTest
{
    [Fact]
    public async Task What_was_typed_comes_back_under_the_same_id_after_the_window_was_lost()
    {
        OpenForInvoice();
        Type("Amount", "60");
        Type("Check number", "4471");
        Type("Memo", "Second half");
        TypeShare(Desk.Invoice, "35");
        var draft = await OnlyDraftAsync();
        await Screen.InvokeAsync(() => Services.GetRequiredService<DialogService>().Close()); // as when the page goes

        Open(NewPaymentStart.Continue(draft.PaymentId));

        Assert.Equal(("60.00", "4471", "Second half", "35.00"), (Text("Amount"), Text("Check number"), Text("Memo"), Share(Desk.Invoice)));
        SaveAndClose();
        var payment = await PaymentAsync();
        Assert.Equal((draft.PaymentId, 6000, 3500), (payment.Id, payment.AmountMinor, payment.AllocatedMinor));
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task A_window_that_is_left_keeps_what_was_typed_a_moment_ago()
    {
        OpenForInvoice();
        Type("Memo", "Just typed");

        await Screen.InvokeAsync(() => Services.GetRequiredService<DialogService>().Close());

        Assert.Equal("Just typed", DraftContent.Decode((await OnlyDraftAsync()).Content)?.Memo);
    }

    [Fact]
    public async Task Another_tab_does_not_offer_what_is_being_typed_until_its_line_is_lost()
    {
        OpenForInvoice();
        Type("Memo", "Still typing");
        var draft = await OnlyDraftAsync();
        var drafts = Services.GetRequiredService<DraftService>();

        Assert.Empty(await drafts.MineAsync(default));

        await Services.GetRequiredService<Connection>().OnConnectionDownAsync(null!, default);
        Assert.Equal(draft.PaymentId, Assert.Single(await drafts.MineAsync(default)).PaymentId);

        await Services.GetRequiredService<Connection>().OnConnectionUpAsync(null!, default);
        await Screen.InvokeAsync(() => Services.GetRequiredService<DialogService>().Close());
        Assert.Equal(draft.PaymentId, Assert.Single(await drafts.MineAsync(default)).PaymentId);
    }

    [Fact]
    public async Task A_saved_window_leaves_no_draft()
    {
        OpenForInvoice();
        Type("Memo", "Thanks");
        await OnlyDraftAsync();

        SaveAndClose();

        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task A_cancelled_window_leaves_no_draft()
    {
        OpenForInvoice();
        Type("Memo", "Thanks");
        await OnlyDraftAsync();

        Click("Cancel");
        Eventually(() => Button("Discard"));
        Click("Discard");

        Eventually(() => Assert.False(IsOpen));
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task A_window_in_which_nothing_was_typed_is_not_kept()
    {
        OpenForInvoice();

        Clock.Advance(KeepSoon.Delay);

        Assert.Empty(await DraftsAsync());
    }

    private Task<List<KeptDraft>> DraftsAsync() => Desk.App.ReadAsync(db => db.KeptDrafts.AsNoTracking().ToListAsync());

    // It is written beside the screen, which shows nothing of it.
    private async Task<KeptDraft> OnlyDraftAsync()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            Clock.Advance(KeepSoon.Delay);
            if (await DraftsAsync() is { Count: > 0 } drafts)
            {
                return Assert.Single(drafts);
            }

            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "Nothing was kept.");
            await Task.Delay(20, Xunit.TestContext.Current.CancellationToken);
        }
    }
}
