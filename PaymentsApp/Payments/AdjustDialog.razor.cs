using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;
using Radzen;

namespace PaymentsApp.Payments;

/// <summary>Writes off, or grants a discount or commission, on an open invoice without a payment.</summary>
public sealed partial class AdjustDialog : CorrectionDialog
{
    private AdjustmentKind _kind = AdjustmentKind.WriteOff;
    private Money? _amount;
    private string _reason = ReasonCodes.Of(AdjustmentKind.WriteOff).First().Code;
    private string _note = "";
    private string? _arithmetic;
    private MoneyInput? _box;

    [Parameter, EditorRequired] public int InvoiceId { get; set; }

    [Parameter, EditorRequired] public string InvoiceNumber { get; set; } = "";

    [Parameter, EditorRequired] public Money Outstanding { get; set; }

    [Inject] private DifferenceQueries Queries { get; set; } = default!;

    public static Task OpenAsync(DialogService dialogs, int invoiceId, string invoiceNumber, Money outstanding) => dialogs.OpenAsync<AdjustDialog>(
        "Adjust invoice",
        new Dictionary<string, object?>
        {
            [nameof(InvoiceId)] = invoiceId,
            [nameof(InvoiceNumber)] = invoiceNumber,
            [nameof(Outstanding)] = outstanding,
        },
        Options);

    protected override void OnInitialized() => _amount = Outstanding;

    // What was agreed is proposed, never more than is open.
    private async Task ChooseAsync(ChangeEventArgs change)
    {
        _kind = Enum.Parse<AdjustmentKind>((string)change.Value!);
        _reason = ReasonCodes.Of(_kind).First().Code;
        _arithmetic = null;
        if (_kind is AdjustmentKind.Discount or AdjustmentKind.AgencyCommission
            && await Queries.OfferAsync(InvoiceId, null, Clock.Today, CancellationToken.None) is { } offer)
        {
            _arithmetic = DifferenceText.Arithmetic(_kind, offer, CultureInfo.CurrentCulture);
            var agreed = _kind == AdjustmentKind.Discount ? offer.Discount : offer.Commission;
            _amount = agreed.IsPositive ? Money.Min(agreed, Outstanding) : _amount;
        }
    }

    private async Task AdjustAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_amount is not { } amount)
        {
            Refuse("Enter an amount above zero.");
            return;
        }

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        await SaveAsync(
            () => Payments.AdjustAsync(new AdjustInvoice(new InvoiceAdjustment(FactId, InvoiceId, _kind, amount, _reason, _note), Clock.Today), CancellationToken.None),
            $"{DifferenceText.Of(_kind)} on invoice {InvoiceNumber} written.");
    }
}
