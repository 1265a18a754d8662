using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>A bounced check or a returned debit, in one step.</summary>
public sealed partial class ReturnPaymentDialog : CorrectionDialog
{
    private DateOnly? _returnedOn;
    private string _code = ReturnCodes.Other;
    private Money? _bankFee;
    private bool _charges = true;
    private bool _takesCreditBack = true;
    private string? _note;
    private MoneyInput? _box;

    [Parameter, EditorRequired] public PaymentView Payment { get; set; } = default!;

    private DateOnly FirstDay =>
        Payment.Corrections.ClosedThrough >= Payment.ReceivedOn ? Payment.Corrections.ClosedThrough.Value.AddDays(1) : Payment.ReceivedOn;

    public static Task OpenAsync(DialogService dialogs, PaymentView payment) => dialogs.OpenAsync<ReturnPaymentDialog>(
        $"{PaymentNumber.Format(payment.Number)} came back", new Dictionary<string, object?> { [nameof(Payment)] = payment }, Options);

    protected override void OnInitialized()
    {
        _returnedOn = Clock.Today;
        _code = ReturnCodes.For(Payment.Corrections.Kind)[0].Code;
    }

    private async Task ReturnAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_returnedOn is not { } returnedOn || _box is { IsInvalid: true })
        {
            Refuse("Enter the bank’s date, and what the bank charges.");
            return;
        }

        var command = new ReturnPayment(
            FactId, Payment.Id, returnedOn, _code, _bankFee ?? Money.Zero(Payment.Amount.Currency), _charges && Payment.Corrections.ReturnFee is not null, _note)
        {
            ConfirmedDepositId = ConfirmedDepositId,
            TakesCreditBack = _takesCreditBack,
        };

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        await SaveAsync(
            () => Payments.ReturnAsync(command, CancellationToken.None), $"Payment {PaymentNumber.Format(Payment.Number)} came back; what it paid is open again.");
    }
}
