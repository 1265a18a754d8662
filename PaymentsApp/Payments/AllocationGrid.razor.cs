using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Payments;

/// <summary>The rows of the New payment window, and the buttons that fill them.</summary>
public sealed partial class AllocationGrid : ComponentBase
{
    private const int VirtualizedFrom = 60;

    private bool _isRemittanceOpen;

    [Parameter, EditorRequired] public PaymentDraft Draft { get; set; } = default!;

    /// <summary>The company's day, for the days overdue.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>A share or the amount changed.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool CanPlan => Draft.Lines.Count > 0 && Draft.Applicable.IsPositive;

    private ICollection<PaymentDraftLine> Lines => [.. Draft.Lines];

    private Task OldestFirstAsync()
    {
        Draft.ApplyOldestFirst();
        return Changed.InvokeAsync();
    }

    private Task ClearAsync()
    {
        Draft.Clear();
        return Changed.InvokeAsync();
    }
}
