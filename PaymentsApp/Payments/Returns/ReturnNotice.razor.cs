using Microsoft.AspNetCore.Components;
using PaymentsApp.Live;

namespace PaymentsApp.Payments.Returns;

/// <summary>Says how many payments of a payer came back.</summary>
public sealed partial class ReturnNotice : LiveComponent
{
    private int _payerId;
    private int _count;

    [Parameter, EditorRequired] public int PayerId { get; set; }

    [Inject] private ReturnedPaymentQueries Queries { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_payerId != PayerId)
        {
            (_payerId, _count) = (PayerId, 0);
            await LoadAsync();
        }
    }

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && change.Touches(PayerId);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task LoadAsync()
    {
        var payerId = PayerId;
        var count = await Queries.CountAsync(payerId, Closing);
        if (payerId == PayerId)
        {
            _count = count;
        }
    }
}
