using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments.History;
using PaymentsApp.Payments.Parts;
using PaymentsApp.Payments.Receipts;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>One payment: its figures, where its money went, and what Finance can correct.</summary>
public sealed partial class PaymentDetails : LiveComponent
{
    private PaymentView? _payment;
    private PaymentPartView? _part; // somebody else's payment for a client of this rep
    private IReadOnlyList<HistoryLine> _history = [];
    private Guid _loadedId;
    private bool _isLoaded;
    private int _allocationsMax = PaymentDetailQueries.AllocationsMax; // how many are listed
    private bool _isReceiptComing;

    [Parameter] public Guid Id { get; set; }

    [Inject] private PaymentDetailQueries Queries { get; set; } = default!;

    [Inject] private ReceiptService Receipts { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private PaymentPartQueries Parts { get; set; } = default!;

    [Inject] private HistoryQueries Histories { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private string PayerHref => $"ad-sales/organizations/{_payment?.PayerId}/payments";

    private string Subtitle => _payment is not { } payment
        ? ""
        : $"{MoneyText.WithCode(payment.Amount, CultureInfo.CurrentCulture)} received on {payment.ReceivedOn.ToString("d", CultureInfo.CurrentCulture)}";

    private StatusTone Tone => _payment switch
    {
        { IsReversed: true } => StatusTone.Ended,
        { Unapplied.IsZero: true } => StatusTone.Good,
        { Applied.IsZero: true } => StatusTone.Open,
        _ => StatusTone.Partial,
    };

    private string Status => _payment switch
    {
        { IsReversed: true } => "Reversed",
        { Unapplied.IsZero: true } => "Applied",
        { Applied.IsZero: true } => "Unapplied",
        _ => "Part applied",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedId != Id)
        {
            (_isLoaded, _allocationsMax) = (false, PaymentDetailQueries.AllocationsMax);
            (_payment, _part) = (null, null);
            _loadedId = Id;
            await LoadAsync();
        }
    }

    protected override bool Concerns(PaymentChange change) => change.TouchesPayment(Id)
        || change.Kind == PaymentChangeKind.DepositsChanged
        || (change.Kind == PaymentChangeKind.OrganizationsChanged && (_part is not null || (_payment is { } payment && change.Touches(payment.PayerId))));

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task LoadAsync()
    {
        var id = Id;
        var payment = await Queries.FindAsync(id, _allocationsMax, Closing);
        var part = payment is null ? await Parts.FindAsync(id, Closing) : null;
        IReadOnlyList<HistoryLine> history = payment is null ? [] : await Histories.OfPaymentAsync(id, Closing);
        if (id == Id)
        {
            _history = history;
            (_payment, _part) = (payment, part);
            _isLoaded = true;
        }
    }

    private async Task DownloadReceiptAsync()
    {
        if (_isReceiptComing)
        {
            return;
        }

        _isReceiptComing = true;
        try
        {
            if (await Receipts.CreateAsync(Id, CultureInfo.CurrentCulture, Closing) is { } receipt)
            {
                await Downloads.SaveAsync(receipt.Name, new MemoryStream(receipt.Bytes), "application/pdf");
            }
        }
        finally
        {
            _isReceiptComing = false;
        }
    }

    private Task ShowMoreAsync()
    {
        _allocationsMax += PaymentDetailQueries.AllocationsMax;
        return LoadAsync();
    }

    private Task RegisterAnotherAsync() => NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.ForOrganization(_payment!.PayerId));

    private Task RegisterAgainAsync() => RegisterAgainDialog.OpenAsync(Dialogs, _payment!);

    private Task ReverseAsync() => ReversePaymentDialog.OpenAsync(Dialogs, _payment!);

    private Task ApplyAsync() => ApplyCreditDialog.OpenAsync(Dialogs, _payment!);

    private Task UnapplyAsync(AllocationView allocation) => UnapplyDialog.OpenAsync(Dialogs, _payment!.Id, allocation);

    private Task MoveAsync(AllocationView allocation) => MoveDialog.OpenAsync(Dialogs, _payment!, allocation);

    private Task CorrectAsync() => CorrectPaymentDialog.OpenAsync(Dialogs, _payment!);

    private Task ReturnAsync() => ReturnPaymentDialog.OpenAsync(Dialogs, _payment!);

    private Task RefundAsync() => RefundDialog.OpenAsync(Dialogs, _payment!);
}
