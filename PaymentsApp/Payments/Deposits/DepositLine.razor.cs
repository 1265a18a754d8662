using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Payments.Details;

namespace PaymentsApp.Payments.Deposits;

/// <summary>Where a payment is on its way to the bank.</summary>
public sealed partial class DepositLine : ComponentBase
{
    private bool _isSaving;

    [Parameter, EditorRequired] public Guid PaymentId { get; set; }

    [Parameter, EditorRequired] public DepositOfPayment Deposit { get; set; } = default!;

    [Inject] private DepositService Deposits { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private async Task TakeOutAsync()
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            if (await Deposits.TakeOutAsync(Deposit.Id, PaymentId, CancellationToken.None) is { } problem)
            {
                Toasts.Note(problem);
            }
            else
            {
                Toasts.Success("Taken out of the deposit; it waits for another one.", href: "finance/collection/deposits");
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
