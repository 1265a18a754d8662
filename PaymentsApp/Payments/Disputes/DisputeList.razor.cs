using Microsoft.AspNetCore.Components;
using PaymentsApp.Live;

namespace PaymentsApp.Payments.Disputes;

/// <summary>Disputes, live: on a start page those that are open, on an invoice's page all of them.</summary>
public sealed partial class DisputeList : LiveComponent
{
    private IReadOnlyList<DisputeView> _disputes = [];
    private int? _loadedId;

    /// <summary>Null: the open ones of all accounts that the person sees.</summary>
    [Parameter] public int? InvoiceId { get; set; }

    [Inject] private DisputeQueries Queries { get; set; } = default!;

    protected override Task OnInitializedAsync() => InvoiceId is null ? LoadAsync() : Task.CompletedTask;

    protected override Task OnParametersSetAsync() => InvoiceId != _loadedId ? LoadAsync() : Task.CompletedTask;

    protected override bool Concerns(PaymentChange change) =>
        (change.Kind is PaymentChangeKind.DisputesChanged or PaymentChangeKind.Registered or PaymentChangeKind.Adjusted
            or PaymentChangeKind.ApprovalsChanged or PaymentChangeKind.OrganizationsChanged or PaymentChangeKind.Everything)
        && (InvoiceId is not { } invoiceId || change.TouchesInvoice(invoiceId));

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task LoadAsync()
    {
        _loadedId = InvoiceId;
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        _disputes = InvoiceId is { } invoiceId ? await Queries.OfInvoiceAsync(invoiceId, Closing) : await Queries.OpenAsync(Closing);
    }
}
