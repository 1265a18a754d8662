using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using Radzen;

namespace PaymentsApp.Organizations;

/// <summary>An organization's invoices: the open ones, or all.</summary>
public sealed partial class OrganizationInvoices : LiveComponent
{
    private ListState _state = default!;
    private PagedTable<OrganizationInvoiceRow>? _table;
    private OrganizationInvoiceRow? _selected;

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    [Inject] private OrganizationDetailQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private OrganizationInvoiceList List => OrganizationInvoiceList.From(_state, OrganizationId);

    protected override void OnInitialized() => _state = new ListState(Navigation, "due", defaultFilter: "open");

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && change.Touches(OrganizationId);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _table?.RefreshAsync() ?? Task.CompletedTask;

    private async Task<Page<OrganizationInvoiceRow>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var page = await Queries.InvoicesAsync(OrganizationInvoiceList.From(state, OrganizationId), cancel);
        StateHasChanged(); // the toolbar shows what is in the address, also after Back
        return page;
    }

    private void Select(OrganizationInvoiceRow? row) => _selected = row;

    private Task OpenAsync(OrganizationInvoiceRow row)
    {
        _selected = row;
        return NewAsync();
    }

    // A paid invoice has nothing to register: then the window opens for the client.
    private Task NewAsync() => NewPaymentDialog.OpenAsync(
        Dialogs,
        _selected is { Status: not InvoiceStatus.Paid } row
            ? NewPaymentStart.ForInvoice(OrganizationId, row.Id)
            : NewPaymentStart.ForOrganization(OrganizationId));
}
