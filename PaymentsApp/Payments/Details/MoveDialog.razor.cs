using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>Takes part or all of an allocation to another open invoice of the same payer.</summary>
public sealed partial class MoveDialog : CorrectionDialog
{
    private readonly Guid _undoId = Guid.CreateVersion7();
    private IReadOnlyList<OpenInvoice>? _invoices;
    private OpenInvoice? _chosen;
    private Money? _amount;
    private MoneyInput? _box;

    [Parameter, EditorRequired] public PaymentView Payment { get; set; } = default!;

    [Parameter, EditorRequired] public AllocationView Allocation { get; set; } = default!;

    [Inject] private PaymentDetailQueries Queries { get; set; } = default!;

    public static Task OpenAsync(DialogService dialogs, PaymentView payment, AllocationView allocation) => dialogs.OpenAsync<MoveDialog>(
        $"Move from {allocation.InvoiceNumber}",
        new Dictionary<string, object?> { [nameof(Payment)] = payment, [nameof(Allocation)] = allocation },
        Options);

    protected override async Task OnInitializedAsync()
    {
        var offered = await Queries.OfferedInvoicesAsync(Payment.Id, CancellationToken.None);
        _invoices = [.. offered.Where(invoice => invoice.Id != Allocation.InvoiceId)];
        Choose(_invoices.Count > 0 ? _invoices[0] : null);
    }

    private static string TextOf(OpenInvoice invoice)
    {
        var culture = CultureInfo.CurrentCulture;
        return $"{invoice.Number}{(invoice.Client is { } client ? $" · {client.Name}" : "")} · due {invoice.DueOn.ToString("d", culture)} · {MoneyText.WithCode(invoice.Outstanding, culture)} open";
    }

    private void Choose(ChangeEventArgs e) =>
        Choose(_invoices?.FirstOrDefault(invoice => invoice.Id.ToString(CultureInfo.InvariantCulture) == e.Value as string));

    // The smaller of both is the most that can be moved.
    private void Choose(OpenInvoice? invoice)
    {
        _chosen = invoice;
        _amount = invoice is null ? null : Money.Min(invoice.Outstanding, Allocation.Amount);
    }

    private async Task MoveAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_chosen is not { } invoice || _amount is not { } amount)
        {
            Refuse("Enter the amount to move.");
            return;
        }

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        await SaveAsync(
            () => Payments.MoveAsync(new MoveAllocation(FactId, Allocation.Id, invoice.Id, amount, Reason.Trim()), CancellationToken.None),
            $"Moved to {invoice.Number}.",
            () => Payments.MoveAsync(new MoveAllocation(_undoId, FactId, Allocation.InvoiceId, amount, UndoStep.Reason), CancellationToken.None));
    }
}
