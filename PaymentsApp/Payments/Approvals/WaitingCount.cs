using Microsoft.AspNetCore.Components;
using PaymentsApp.Live;

namespace PaymentsApp.Payments.Approvals;

/// <summary>How much waits for approval, for whoever shows it: live, and drawn by the child.</summary>
public sealed class WaitingCount : LiveComponent
{
    private int _count;

    /// <summary>Given the number.</summary>
    [Parameter, EditorRequired] public RenderFragment<int> ChildContent { get; set; } = default!;

    [Inject] private ApprovalQueries Queries { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) =>
        change.Kind is PaymentChangeKind.ApprovalsChanged or PaymentChangeKind.Registered or PaymentChangeKind.Refunded or PaymentChangeKind.Everything;

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, ChildContent(_count));

    private async Task LoadAsync() => _count = await Queries.CountAsync(Closing);
}
