using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>Asks to pay unapplied credit back.</summary>
public sealed partial class RefundDialog : CorrectionDialog
{
    private IReadOnlyList<PaymentTypeChoice>? _types;
    private Money? _amount;
    private DateOnly? _refundedOn;
    private int _typeId;
    private string? _reference;
    private MoneyInput? _box;

    [Parameter, EditorRequired] public PaymentView Payment { get; set; } = default!;

    [Inject] private PaymentWindowQueries Queries { get; set; } = default!;

    public static Task OpenAsync(DialogService dialogs, PaymentView payment) => dialogs.OpenAsync<RefundDialog>(
        "Refund credit", new Dictionary<string, object?> { [nameof(Payment)] = payment }, Options);

    protected override async Task OnInitializedAsync()
    {
        _amount = Payment.Unapplied;
        _refundedOn = Clock.Today;
        _types = await Queries.PaymentTypesAsync(CancellationToken.None);
        _typeId = _types.Count > 0 ? _types[0].Id : 0;
    }

    private async Task RefundAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_amount is not { } amount || _refundedOn is not { } refundedOn)
        {
            Refuse("Enter the amount and the date.");
            return;
        }

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        var command = new RefundPayment(FactId, Payment.Id, amount, refundedOn, _typeId, _reference, Reason.Trim());
        await SaveAsync(
            () => Payments.RequestRefundAsync(command, CancellationToken.None), "The refund waits for a colleague’s approval.", href: "finance/collection/approvals");
    }
}
