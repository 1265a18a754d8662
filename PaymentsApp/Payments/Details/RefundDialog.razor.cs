using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Credits;
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

    /// <summary>What can be paid back.</summary>
    [Parameter, EditorRequired] public Money Unapplied { get; set; }

    /// <summary>The first day on which it can be.</summary>
    [Parameter, EditorRequired] public DateOnly FirstOn { get; set; }

    /// <summary>Of a payment, or of the other.</summary>
    [Parameter] public Guid? PaymentId { get; set; }

    [Parameter] public Guid? CreditNoteId { get; set; }

    [Inject] private PaymentWindowQueries Queries { get; set; } = default!;

    public static Task OpenAsync(DialogService dialogs, PaymentView payment) => dialogs.OpenAsync<RefundDialog>(
        "Refund credit", Parameters(payment.Unapplied, payment.ReceivedOn, nameof(PaymentId), payment.Id), Options);

    /// <summary>Of a credit note.</summary>
    public static Task OpenAsync(DialogService dialogs, CreditNoteLine note) => dialogs.OpenAsync<RefundDialog>(
        $"Refund {note.Number}", Parameters(note.Unapplied, note.IssuedOn, nameof(CreditNoteId), note.Id), Options);

    protected override async Task OnInitializedAsync()
    {
        _amount = Unapplied;
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
        await SaveAsync(() => AskAsync(amount, refundedOn), "The refund waits for a colleague’s approval.", href: "finance/collection/approvals");
    }

    private Task<CorrectionResult> AskAsync(Money amount, DateOnly on) => CreditNoteId is { } noteId
        ? Payments.RequestCreditNoteRefundAsync(new RefundCreditNote(FactId, noteId, amount, on, _typeId, _reference, Reason.Trim()), CancellationToken.None)
        : Payments.RequestRefundAsync(new RefundPayment(FactId, PaymentId!.Value, amount, on, _typeId, _reference, Reason.Trim()), CancellationToken.None);

    private static Dictionary<string, object?> Parameters(Money unapplied, DateOnly firstOn, string of, Guid id) =>
        new() { [nameof(Unapplied)] = unapplied, [nameof(FirstOn)] = firstOn, [of] = id };
}
