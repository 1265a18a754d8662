using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>Corrects what was typed wrong: the payment is reversed and registered again in one step.</summary>
public sealed partial class CorrectPaymentDialog : CorrectionDialog
{
    private IReadOnlyList<PaymentTypeChoice>? _types;
    private PayerChoice? _payer;
    private Money? _amount;
    private DateOnly? _receivedOn;
    private int _typeId;
    private string? _reference;
    private MoneyInput? _box;

    [Parameter, EditorRequired] public PaymentView Payment { get; set; } = default!;

    [Inject] private PaymentWindowQueries Queries { get; set; } = default!;

    private bool IsClosed => Payment.ReceivedOn <= Payment.Corrections.ClosedThrough;

    private DateOnly? FirstDay => Payment.Corrections.ClosedThrough?.AddDays(1);

    public static Task OpenAsync(DialogService dialogs, PaymentView payment) => dialogs.OpenAsync<CorrectPaymentDialog>(
        $"Correct {PaymentNumber.Format(payment.Number)}", new Dictionary<string, object?> { [nameof(Payment)] = payment }, Options);

    protected override async Task OnInitializedAsync()
    {
        _payer = new PayerChoice(Payment.PayerId, Payment.Payer, Payment.CustomerNumber, Payment.Amount.Currency);
        _amount = Payment.Amount;
        _receivedOn = IsClosed ? Clock.Today : Payment.ReceivedOn;
        _reference = Payment.Reference;
        _typeId = Payment.Corrections.PaymentTypeId;
        var types = await Queries.PaymentTypesAsync(CancellationToken.None);
        if (types.Count > 0 && !types.Any(type => type.Id == _typeId))
        {
            _typeId = types[0].Id; // the old one is no longer offered
        }

        _types = types;
    }

    private async Task CorrectAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_payer is not { } payer || _amount is not { } amount || _receivedOn is not { } receivedOn)
        {
            Refuse("Enter who paid, the amount and the payment date.");
            return;
        }

        var isCheck = _types?.FirstOrDefault(type => type.Id == _typeId)?.Kind == PaymentTypeKind.Check;
        var right = new RegisterPayment(
            FactId, payer.OrganizationId, amount, Payment.BankFee, receivedOn, _typeId, _reference,
            isCheck ? Payment.CheckDatedOn : null, Payment.Memo, []);

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        await SaveAsync(
            () => Payments.CorrectAsync(new CorrectPayment(Payment.Id, right, Reason.Trim()) { ConfirmedDepositId = ConfirmedDepositId }, CancellationToken.None),
            $"Payment {PaymentNumber.Format(Payment.Number)} corrected.",
            href: $"payments/{FactId}");
    }
}
