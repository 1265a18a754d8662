using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>The rows under an invoice in the payment window that say what becomes of a difference.</summary>
public sealed partial class DifferenceEditor : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private DifferenceOffer? _offer;

    [Parameter, EditorRequired] public PaymentDraft Draft { get; set; } = default!;

    [Parameter, EditorRequired] public PaymentDraftLine Line { get; set; } = default!;

    [Parameter] public EventCallback Changed { get; set; }

    [Inject] private DifferenceQueries Queries { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private static string IdOf(PaymentDraftDifference difference, string part) => $"difference-{part}-{difference.Id:N}";

    private string? HintOf(PaymentDraftDifference difference) => difference.Kind is null
        ? difference.ReasonCode.Length > 0 ? "Stays open; the sales rep of the client is asked." : null
        : _offer is { } offer ? DifferenceText.Arithmetic(difference.Kind, offer, CultureInfo.CurrentCulture) : null;

    // What was agreed is proposed, never more than is left.
    private async Task ChooseAsync(PaymentDraftDifference difference, ChangeEventArgs change)
    {
        Draft.Touch();
        difference.Choose(Enum.TryParse<AdjustmentKind>(change.Value as string, out var kind) ? kind : null);
        if (difference.Kind is AdjustmentKind.Discount or AdjustmentKind.AgencyCommission && Draft.ReceivedOn is { } on)
        {
            _offer = await Queries.OfferAsync(Line.InvoiceId, Draft.Payer?.OrganizationId, on, _closing.Token);
            var agreed = difference.Kind == AdjustmentKind.Discount ? _offer?.Discount : _offer?.Commission;
            if (agreed is { IsPositive: true } proposed)
            {
                difference.Amount = Money.Min(proposed, Line.Remaining + (difference.Amount ?? Money.Zero(Draft.Currency)));
            }
        }

        await Changed.InvokeAsync();
    }

    private Task ChangeAsync(Action change)
    {
        Draft.Touch();
        change();
        return Changed.InvokeAsync();
    }

    private Task ReportAsync(PaymentDraftDifference difference, string? problem)
    {
        Draft.ReportProblem(IdOf(difference, "amount"), problem is null ? null : $"Invoice {Line.Invoice.Number}: {problem}");
        return Changed.InvokeAsync();
    }

    private Task AddAsync() => ChangeAsync(() => Line.AddDifference());

    private Task RemoveAsync(PaymentDraftDifference difference) => ChangeAsync(() =>
    {
        Draft.ReportProblem(IdOf(difference, "amount"), null);
        Line.RemoveDifference(difference);
    });
}
