using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Payments.Drafts;

/// <summary>Offers to go on with windows that were neither saved nor cancelled.</summary>
public sealed partial class UnfinishedPayments : LiveComponent
{
    private const int Shown = 2; // more would push the work off a small screen

    private IReadOnlyList<UnfinishedPayment> _drafts = [];
    private bool _showsAll;

    [Inject] private DraftService Drafts { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) => _drafts.Any(draft => change.TouchesPayment(draft.PaymentId));

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string Described(UnfinishedPayment draft)
    {
        var amount = draft.Amount is { } money ? MoneyText.WithCode(money, CultureInfo.CurrentCulture) : "no amount yet";
        return $"{amount}, {draft.Payer ?? "no payer yet"}{(draft.Reference.Length == 0 ? "" : $", no. {draft.Reference}")}";
    }

    private string WhenChanged(UnfinishedPayment draft) => DateOnly.FromDateTime(draft.KeptAt) == Clock.Today
        ? $"at {draft.KeptAt.ToString("t", CultureInfo.CurrentCulture)}"
        : $"on {draft.KeptAt.ToString("g", CultureInfo.CurrentCulture)}";

    private async Task LoadAsync() => _drafts = await Drafts.MineAsync(Closing);

    private async Task ContinueAsync(UnfinishedPayment draft)
    {
        await LoadAsync(); // registered meanwhile, in another tab?
        if (_drafts.Any(now => now.PaymentId == draft.PaymentId && now.RegisteredNumber is null))
        {
            _drafts = [.. _drafts.Where(other => other.PaymentId != draft.PaymentId)];
            StateHasChanged();
            await NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.Continue(draft.PaymentId));
            await LoadAsync();
        }
    }

    private async Task AskAndDiscardAsync(UnfinishedPayment draft)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, "Discard this payment?", "It was not saved. What was typed is lost.", "Discard", "Keep it", isDangerous: true))
        {
            await DiscardAsync(draft);
        }
    }

    private async Task DiscardAsync(UnfinishedPayment draft)
    {
        await Drafts.DiscardAsync(draft.PaymentId, CancellationToken.None);
        await LoadAsync();
    }
}
