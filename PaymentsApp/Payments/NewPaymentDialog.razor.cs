using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Payments;

/// <summary>The New payment window, opened from Collection and from a client's page. Open it with <see cref="OpenAsync"/>.</summary>
public sealed partial class NewPaymentDialog : LiveComponent
{
    // One window in a browser tab.
    private static readonly ConditionalWeakTable<DialogService, NewPaymentGuard> Opened = [];

    private readonly Dictionary<string, string> _fieldProblems = [];
    private PaymentDraft _draft = default!;
    private IReadOnlyList<PaymentTypeChoice> _types = [];
    private List<string> _notices = [];
    private List<string> _problems = [];
    private PayerBox? _payerBox;
    private MoneyInput? _amount;
    private ElementReference _save;
    private bool _canAdjust;
    private ElementReference _reference;
    private bool _isReady;
    private bool _isSaving;
    private bool _isFinished; // saved and closing: a second Enter finds nothing to do
    private bool _isAsking; // whether to discard: until it is answered, the keys of this window do nothing
    private bool _isFocusDue;
    private int _refusals; // each lets go what was typed ahead for the next payment

    [Parameter, EditorRequired] public NewPaymentStart Start { get; set; } = NewPaymentStart.Blank;

    /// <summary>Asked before the window closes by Esc or by its cross.</summary>
    [Parameter, EditorRequired] public NewPaymentGuard Guard { get; set; } = default!;

    [Inject] private PaymentService Payments { get; set; } = default!;

    [Inject] private PaymentWindowQueries Queries { get; set; } = default!;

    [Inject] private DifferenceQueries Differences { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private ILogger<NewPaymentDialog> Log { get; set; } = default!;

    private bool IsCheck => _types.FirstOrDefault(type => type.Id == _draft.PaymentTypeId)?.Kind == PaymentTypeKind.Check;

    private string? DateHint => _draft.ReceivedOn is { } on && Clock.Today.DayNumber - on.DayNumber is > PaymentChecks.OldDays and var days
        ? $"{days.ToString("N0", CultureInfo.CurrentCulture)} days ago: is the date right?"
        : null;

    /// <summary>Opens the window; ends when it is closed, and at once when it is open already.</summary>
    public static async Task OpenAsync(DialogService dialogs, NewPaymentStart start)
    {
        var guard = new NewPaymentGuard();
        if (!Opened.TryAdd(dialogs, guard))
        {
            return; // New was pressed twice
        }

        try
        {
            await dialogs.OpenAsync<NewPaymentDialog>(
                "New payment",
                new Dictionary<string, object?> { [nameof(Start)] = start, [nameof(Guard)] = guard },
                new DialogOptions
                {
                    Width = "min(920px, 100vw)",
                    CloseDialogOnOverlayClick = false,
                    AutoFocusFirstElement = false,
                    CanClose = guard.MayCloseAsync,
                });
        }
        finally
        {
            Opened.Remove(dialogs);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Guard.Ask = MayCloseAsync;
        _types = await Queries.PaymentTypesAsync(Closing);
        _canAdjust = await Differences.CanAdjustAsync(Closing);
        await BeginAsync(Start, Clock.Today, _types.Count > 0 ? _types[0].Id : null);
        _isReady = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        KeepDraftSoon();
        if (_isReady && _isFocusDue)
        {
            _isFocusDue = false;
            await (_draft.Payer is null ? _payerBox!.FocusAsync() : _amount!.FocusAsync());
        }
    }

    protected override bool Concerns(PaymentChange change) => _isReady && _draft.Payer is not null && _accountIds.Any(change.Touches);

    // What a colleague did to these invoices shows in their rows; what was typed stays.
    protected override async Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes)
    {
        if (!_isSaving && changes.Any(change => change.PaymentId != _draft.PaymentId))
        {
            await FollowAsync();
        }
    }

    private async Task FollowAsync()
    {
        var draft = _draft;
        if (draft.Payer is not { } payer)
        {
            return;
        }

        var currency = draft.Currency;
        var openInvoices = await Queries.OpenInvoicesAsync(payer.OrganizationId, currency, Closing);
        var now = openInvoices.ToDictionary(invoice => invoice.Id, invoice => invoice.Outstanding);
        int[] changed = [.. draft.Lines.Where(line => now.GetValueOrDefault(line.InvoiceId) != line.Invoice.Outstanding).Select(line => line.InvoiceId)];
        var latest = await Queries.LatestAllocationsAsync(changed, Closing);
        var credit = await Credits.OfferedAsync(payer.OrganizationId, currency, Closing);
        if (ReferenceEquals(draft, _draft) && draft.Payer == payer && draft.Currency == currency)
        {
            draft.OfferCredit(credit);
            draft.Follow(openInvoices, latest);
        }
    }

    private async Task BeginAsync(NewPaymentStart start, DateOnly receivedOn, int? paymentTypeId)
    {
        var kept = await FindDraftAsync(start.DraftId) ?? start.Content;
        _draft = new PaymentDraft(kept is null ? Guid.CreateVersion7() : start.DraftId!.Value, receivedOn) { PaymentTypeId = paymentTypeId, CanAdjust = _canAdjust };
        HoldWindow();
        _notices = [];
        if (kept is not null)
        {
            await RestoreAsync(kept);
        }
        else if (start.OrganizationId is { } organizationId)
        {
            await LoadPayerAsync(organizationId, start.InvoiceId, preferredCurrency: null, isStart: !start.UsesCredit);
            StartWith(start);
        }

        _isFocusDue = true;
    }

    private void TypeAmount(Money? amount)
    {
        _fieldProblems.Remove("amount");
        _draft.TypeAmount(amount);
    }
}
