using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Invoicing.Lists;

/// <summary>Finance &gt; Invoices.</summary>
public sealed partial class InvoicesPage : LiveComponent
{
    private static readonly (string Name, string Title)[] Filters =
        [("all", "All"), ("open", "Open"), ("overdue", "Overdue"), ("paid", "Paid")];

    private ListState _state = default!;
    private PagedTable<InvoiceListRow>? _table;
    private MoneyPerCurrency? _outstanding;

    [Inject] private InvoiceListQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Shown => Filters.Any(filter => filter.Name == _state.Filter) ? _state.Filter : "all";

    protected override void OnInitialized() =>
        _state = new ListState(Navigation, "issued", isDescendingByDefault: true, defaultFilter: "all");

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _table?.RefreshAsync() ?? Task.CompletedTask;

    private async Task<Page<InvoiceListRow>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var list = InvoiceList.From(state);
        var page = await Queries.PageAsync(list, cancel);
        _outstanding = await Queries.OutstandingAsync(list, cancel);
        return page;
    }

    private void Open(InvoiceListRow row) => Navigation.NavigateTo(AddressOf(row));

    private static string AddressOf(InvoiceListRow row) => $"/finance/invoices/{row.Id}";
}
