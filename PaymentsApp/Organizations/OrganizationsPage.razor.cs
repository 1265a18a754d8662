using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Components.Lists.Export;
using PaymentsApp.Live;

namespace PaymentsApp.Organizations;

/// <summary>All organizations for Finance, own clients for a sales rep.</summary>
public sealed partial class OrganizationsPage : LiveComponent
{
    private ListState _state = default!;
    private PagedTable<OrganizationRow>? _table;

    [Inject] private OrganizationQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => _state = new ListState(Navigation, "name");

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _table?.RefreshAsync() ?? Task.CompletedTask;

    private async Task<Page<OrganizationRow>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var page = await Queries.PageAsync(OrganizationList.From(state), cancel);
        StateHasChanged(); // the search box shows what is in the address, also after Back
        return page;
    }

    private ListFile<OrganizationRow, (OrganizationRow Row, string? Currency)> Export()
    {
        var list = OrganizationList.From(_state) with { Size = Paging.ExportSize };
        return new(
            "organizations",
            [
                ("Organization", line => ExportCell.Of(line.Row.Name)), ("Customer no.", line => ExportCell.Of(line.Row.CustomerNumber)),
                ("Owner", line => ExportCell.Of(line.Row.Owner)), ("Open invoices", line => ExportCell.Of(line.Currency is null || line.Row.Outstanding[0].Currency == line.Currency ? line.Row.OpenCount : (long?)null)),
                ("Outstanding", line => ExportCell.Of(line.Row.Outstanding, line.Currency)), ("Overdue", line => ExportCell.Of(line.Row.Overdue, line.Currency)),
                ("Currency", line => ExportCell.Of(line.Currency)),
            ],
            row => row.Outstanding.Select(amount => amount.Currency).DefaultIfEmpty<string?>(null).Select(currency => (row, currency)),
            (key, cancel) => Queries.PageAsync(list with { Key = key }, cancel));
    }

    private void Open(OrganizationRow row) => Navigation.NavigateTo($"ad-sales/organizations/{row.Id}/overview");
}
