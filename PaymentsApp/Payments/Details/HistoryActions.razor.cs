using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.History;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>Undo, from the history of a payment: each line offers what takes it back while it stands.</summary>
public sealed partial class HistoryActions : ComponentBase
{
    private bool _isSaving;

    [Parameter, EditorRequired] public PaymentView Payment { get; set; } = default!;

    [Parameter, EditorRequired] public HistoryLine Line { get; set; } = default!;

    [Inject] private PaymentService Payments { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private AllocationView? Standing => Line.AllocationId is { } id
        ? Payment.Allocations.FirstOrDefault(allocation => allocation.Id == id && allocation.Reversal is null)
        : null;

    private RefundView? Refund => Payment.Corrections.Refunds.FirstOrDefault(refund => refund.Id == Line.RefundId);

    // What was taken off an invoice goes back onto it, as far as the credit reaches; the service checks what is open there.
    private bool CanApplyAgain => Line is { Action: "Unapplied", InvoiceId: not null, Amount: { } amount } && !Payment.IsReversed && Payment.Unapplied >= amount;

    private async Task ApplyAgainAsync()
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            var result = await Payments.ApplyAsync(
                new ApplyCredit(Guid.CreateVersion7(), Payment.Id, Line.InvoiceId!.Value, Line.Amount!.Value), CancellationToken.None);
            if (result is CorrectionResult.Refused refused)
            {
                Toasts.Note(string.Join(' ', refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))));
            }
            else
            {
                Toasts.Success($"Applied to {Line.InvoiceNumber} again.");
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
