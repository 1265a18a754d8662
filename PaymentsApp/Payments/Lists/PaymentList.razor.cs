using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Components.Lists.Export;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Payments.Lists;

/// <summary>Payments, the latest first: of all payers, or of one.</summary>
public sealed partial class PaymentList : LiveComponent
{
    private ListState _state = default!;
    private PagedTable<PaymentRow>? _table;
    private IReadOnlyList<PaymentTypeChoice> _types = [];

    /// <summary>Null on the Collection page: all organizations.</summary>
    [Parameter] public int? OrganizationId { get; set; }

    /// <summary>Others paid for the organization; their payments stand elsewhere.</summary>
    [Parameter] public bool IsPaidByOthers { get; set; }

    [Inject] private PaymentQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private PaymentSelection Selection => PaymentSelection.Of(_state, OrganizationId);

    protected override void OnInitialized() => _state = new ListState(Navigation, "received", isDescendingByDefault: true);

    protected override async Task OnInitializedAsync() => _types = await Queries.TypesAsync(Closing);

    protected override bool Concerns(PaymentChange change) =>
        base.Concerns(change) && (OrganizationId is not { } id || change.Touches(id));

    // One way to refresh: the payment I just registered arrives here like everybody else's.
    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _table?.RefreshAsync() ?? Task.CompletedTask;

    private async Task<Page<PaymentRow>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var page = await Queries.PageAsync(PaymentSelection.Of(state, OrganizationId), cancel);
        StateHasChanged(); // the toolbar shows what is in the address, also after Back
        return page;
    }

    private ListFile<PaymentRow, PaymentRow> Export()
    {
        var selection = Selection with { Size = Paging.ExportSize };
        return new(
            "payments",
            [
                ("Payment", row => ExportCell.Of(PaymentNumber.Format(row.Number))), ("Received", row => ExportCell.Of(row.ReceivedOn)), ("Payer", row => ExportCell.Of(row.Payer)),
                ("Type", row => ExportCell.Of(row.Type)), ("Reference", row => ExportCell.Of(row.Reference)), ("Amount", row => ExportCell.Of(row.Amount)),
                ("Applied", row => ExportCell.Of(row.Applied)), ("Unapplied", row => ExportCell.Of(row.Unapplied)), ("Currency", row => ExportCell.Of(row.Amount.Currency)),
                ("Status", row => ExportCell.Of(row.IsReversed ? "Reversed" : "")), ("Registered by", row => ExportCell.Of(row.RecordedBy)),
            ],
            row => [row],
            (key, cancel) => Queries.PageAsync(selection with { Key = key }, cancel));
    }

    private void Open(PaymentRow row) => Navigation.NavigateTo($"payments/{row.Id}");

    private void ChooseType(ChangeEventArgs e) => _state.Set(PaymentSelection.TypeKey, e.Value as string ?? "");

    private void SetDay(string name, DateOnly? day) =>
        _state.Set(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    private void ShowAll()
    {
        _state.SetFilter("");
        _state.Set(PaymentSelection.TypeKey, "");
        SetDay(PaymentSelection.FromKey, null);
        SetDay(PaymentSelection.ToKey, null);
    }
}
