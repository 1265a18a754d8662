using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>Puts unapplied credit of a payment on an open invoice of the same payer.</summary>
public sealed partial class ApplyCreditDialog : CorrectionDialog
{
    private IReadOnlyList<OpenInvoice>? _invoices;
    private OpenInvoice? _chosen;
    private Money? _amount;
    private MoneyInput? _box;

    [Parameter, EditorRequired] public PaymentView Payment { get; set; } = default!;

    [Inject] private PaymentDetailQueries Queries { get; set; } = default!;

    public static Task OpenAsync(DialogService dialogs, PaymentView payment) => dialogs.OpenAsync<ApplyCreditDialog>(
        "Apply credit", new Dictionary<string, object?> { [nameof(Payment)] = payment }, Options);

    protected override async Task OnInitializedAsync()
    {
        _invoices = await Queries.OfferedInvoicesAsync(Payment.Id, CancellationToken.None);
        Choose(_invoices.FirstOrDefault(invoice => invoice.Id == Payment.MeantFor?.Id) ?? (_invoices.Count > 0 ? _invoices[0] : null));
    }

    private static string TextOf(OpenInvoice invoice)
    {
        var culture = CultureInfo.CurrentCulture;
        return $"{invoice.Number}{(invoice.Client is { } client ? $" · {client.Name}" : "")} · due {invoice.DueOn.ToString("d", culture)} · {MoneyText.WithCode(invoice.Outstanding, culture)} open";
    }

    private void Choose(ChangeEventArgs e) =>
        Choose(_invoices?.FirstOrDefault(invoice => invoice.Id.ToString(CultureInfo.InvariantCulture) == e.Value as string));

    // The smaller of both is the most that can be applied.
    private void Choose(OpenInvoice? invoice)
    {
        _chosen = invoice;
        _amount = invoice is null ? null : Money.Min(invoice.Outstanding, Payment.Unapplied);
    }

    private async Task ApplyAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_chosen is not { } invoice || _amount is not { } amount)
        {
            Refuse("Enter the amount to apply.");
            return;
        }

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        await SaveAsync(
            () => Payments.ApplyAsync(new ApplyCredit(FactId, Payment.Id, invoice.Id, amount), CancellationToken.None),
            $"Applied to {invoice.Number}.",
            () => Payments.UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), FactId, UndoStep.Reason), CancellationToken.None));
    }
}
