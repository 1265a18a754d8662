using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Payments;

/// <summary>The rows of the New payment window, and the buttons that fill them.</summary>
public sealed partial class AllocationGrid : ComponentBase
{
    private const int VirtualizedFrom = 60;

    private string _said = "";

    [Parameter, EditorRequired] public PaymentDraft Draft { get; set; } = default!;

    /// <summary>The company's day, for the days overdue.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>A share or the amount changed.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool CanPlan => Draft.Lines.Count > 0 && Draft.Applicable.IsPositive;

    private ICollection<PaymentDraftLine> Lines => [.. Draft.Lines];

    private Task OnRowChangedAsync()
    {
        _said = "";
        return Changed.InvokeAsync();
    }

    private Task OldestFirstAsync()
    {
        Draft.ApplyOldestFirst();
        _said = "";
        return Changed.InvokeAsync();
    }

    private Task ExactMatchAsync()
    {
        var answer = Draft.FindSums();
        if (answer.Only is { } only)
        {
            Draft.Take(only);
        }

        _said = answer switch
        {
            { Only.Shares.Count: 1 } => "One invoice has exactly this amount.",
            { Only: { } found } => $"These {found.Shares.Count} invoices add up to exactly this amount; no others do.",
            { Count: > 1 } => "Several sets of invoices add up to this amount. Tick the right ones.",
            { Count: 0, IsComplete: true } => "No invoices add up to exactly this amount.",
            _ => "There are too many open invoices to be sure. Tick the right ones.",
        };
        return Changed.InvokeAsync();
    }

    private Task ClearAsync()
    {
        Draft.Clear();
        _said = "";
        return Changed.InvokeAsync();
    }
}
