using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Components.Lists.Export;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using Radzen;

namespace PaymentsApp.Collection;

/// <summary>The open invoices of all client accounts; the selected one is what New registers a payment for.</summary>
public sealed partial class RegisterPaymentsTab : LiveComponent
{
    private static readonly (OpenInvoiceFilter Filter, string Title)[] Filters =
    [
        (OpenInvoiceFilter.All, "All open"), (OpenInvoiceFilter.Overdue, "Overdue"), (OpenInvoiceFilter.DueSoon, "Due soon"),
        (OpenInvoiceFilter.PartPaid, "Part paid"),
    ];

    private ListState _state = default!;
    private PagedTable<OpenInvoiceRow>? _table;
    private OpenInvoiceTotals _totals = OpenInvoiceTotals.Unknown;
    private OpenInvoiceRow? _selected;
    private int? _onlyOrganizationId;

    [Inject] private OpenInvoiceQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private OpenInvoiceList List => OpenInvoiceList.From(_state);

    private bool IsFiltered => List.Filter != OpenInvoiceFilter.All || List.Currency is not null;

    private string EmptyTitle => List.Filter switch
    {
        OpenInvoiceFilter.Overdue => "Nothing is overdue",
        OpenInvoiceFilter.DueSoon => $"Nothing is due in the next {OpenInvoiceList.SoonDays} days",
        OpenInvoiceFilter.PartPaid => "No invoice is paid in part",
        _ => $"No open invoices in {List.Currency}",
    };

    // Of the selected invoice; of the organization, when the list was searched down to one.
    private (int OrganizationId, int? InvoiceId)? CreditOf =>
        _selected is { } row ? (row.OrganizationId, row.Id) : _onlyOrganizationId is { } only ? (only, null) : null;

    private string NewHint => _selected is null ? "Register a payment" : $"Register a payment for invoice {_selected.Number}";

    protected override void OnInitialized() => _state = new ListState(Navigation, "due", defaultFilter: NameOf(OpenInvoiceFilter.All));

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _table?.RefreshAsync() ?? Task.CompletedTask;

    private static string NameOf(OpenInvoiceFilter filter) => filter.ToString().ToLowerInvariant();

    private async Task<Page<OpenInvoiceRow>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var list = OpenInvoiceList.From(state);
        var page = await Queries.PageAsync(list, cancel);
        var totals = await Queries.TotalsAsync(list, cancel);
        if (!cancel.IsCancellationRequested)
        {
            _totals = totals;
            int[] organizations = list.Search.Length == 0 ? [] : [.. page.Rows.Select(row => row.OrganizationId).Distinct()];
            _onlyOrganizationId = organizations.Length == 1 ? organizations[0] : null;
            StateHasChanged();
        }

        return page with { Total = totals.Count };
    }

    private ListFile<OpenInvoiceRow, OpenInvoiceRow> Export()
    {
        var list = List with { Size = Paging.ExportSize };
        return new(
            "open invoices",
            [
                ("Invoice", row => ExportCell.Of(row.Number)), ("Organization", row => ExportCell.Of(row.Organization)), ("Customer no.", row => ExportCell.Of(row.CustomerNumber)),
                ("Issued", row => ExportCell.Of(row.IssuedOn)), ("Due", row => ExportCell.Of(row.DueOn)), ("Days overdue", row => ExportCell.Of(row.DaysOverdue)),
                ("Total", row => ExportCell.Of(row.Total)), ("Outstanding", row => ExportCell.Of(row.Outstanding)), ("Currency", row => ExportCell.Of(row.Total.Currency)),
            ],
            row => [row],
            (key, cancel) => Queries.PageAsync(list with { Key = key }, cancel));
    }

    private void Select(OpenInvoiceRow? row) => _selected = row;

    private Task OpenAsync(OpenInvoiceRow row)
    {
        _selected = row;
        return NewAsync();
    }

    private Task NewAsync() => NewPaymentDialog.OpenAsync(
        Dialogs, _selected is { } row ? NewPaymentStart.ForInvoice(row.OrganizationId, row.Id) : NewPaymentStart.Blank);

    private void ChooseCurrency(ChangeEventArgs e) => _state.Set(OpenInvoiceList.CurrencyKey, e.Value as string ?? "");

    private void ShowAll()
    {
        _state.Set(OpenInvoiceList.CurrencyKey, "");
        _state.SetFilter(NameOf(OpenInvoiceFilter.All));
    }
}
