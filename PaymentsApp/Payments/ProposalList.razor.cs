using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Payments;

/// <summary>The sets of invoices that the amount pays, each to be taken by one click or key.</summary>
public sealed partial class ProposalList : ComponentBase
{
    private const string TakeKeys = "Ctrl+E";
    private const int ShownMax = 5;

    [Parameter, EditorRequired] public PaymentDraft Draft { get; set; } = default!;

    /// <summary>A proposal was taken.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private string Why => ProposalText.Why(Draft, CultureInfo.CurrentCulture);

    private IReadOnlyList<Proposal> Offered => [.. Draft.Sums.Proposals.Take(ShownMax)];

    // A set that a person put together needs no proposals beside it.
    private IReadOnlyList<Proposal> Shown => Draft.Proposed == ProposalState.None && Draft.Unapplied.IsZero ? [] : Offered;

    // After the one that is taken comes the next, after the last the first.
    private Proposal? Next
    {
        get
        {
            var offered = Offered;
            var taken = offered.Index().Where(shown => ReferenceEquals(shown.Item, Draft.TakenProposal)).Select(shown => shown.Index).FirstOrDefault(-1);
            return offered.Count == 0 ? null : offered[(taken + 1) % offered.Count];
        }
    }

    private string NumberOf(int invoiceId) => Draft.Lines.First(line => line.InvoiceId == invoiceId).Invoice.Number;

    private Task TakeNextAsync() => Next is { } next ? TakeAsync(next) : Task.CompletedTask;

    private Task TakeAsync(Proposal proposal)
    {
        Draft.Take(proposal);
        return Changed.InvokeAsync();
    }
}
