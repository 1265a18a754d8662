using Microsoft.AspNetCore.Components;
using PaymentsApp.Data;

namespace PaymentsApp.Administration;

/// <summary>An instant in the company's time.</summary>
public sealed partial class Instant : ComponentBase
{
    /// <summary>UTC; null is never.</summary>
    [Parameter, EditorRequired] public DateTime? At { get; set; }

    [Inject] private CompanyClock Clock { get; set; } = default!;
}
