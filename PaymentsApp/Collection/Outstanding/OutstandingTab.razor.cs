using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>Everybody who owes something, now and live, or as of a past moment.</summary>
public sealed partial class OutstandingTab : LiveComponent
{
    private ListState _state = default!;
    private PagedTable<OutstandingRow>? _table;
    private IReadOnlyList<(string Id, string Name)> _owners = [];
    private OutstandingTotals _totals = OutstandingTotals.None;
    private AgingBounds _titles = AgingBounds.Default;
    private TickSet _ticks = new();
    private OutstandingList? _tickedOf;
    private PastOutstanding? _past;
    private int? _percent;

    [Inject] private OutstandingQueries Queries { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private OutstandingList List => OutstandingList.From(_state, Clock.Today);

    private OutstandingSelection Selection => new(FilterOf(List), _ticks.IsAll, [.. _ticks.Turned.Cast<int>()]);

    private DateTime? KnownLocal => List.At?.KnownAt is { } at ? Clock.LocalOf(at) : null;

    protected override async Task OnInitializedAsync()
    {
        _state = new ListState(Navigation, "outstanding", isDescendingByDefault: true);
        _owners = await Queries.OwnersAsync(Closing);
    }

    // A report of the past is a report: it stays as it was made.
    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) =>
        List.At is null && _table is { } table ? table.RefreshAsync() : Task.CompletedTask;

    private static OutstandingList FilterOf(OutstandingList list) => list with { Key = null, Sort = OutstandingSort.Name, IsDescending = false };

    private async Task<Page<OutstandingRow>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var list = OutstandingList.From(state, Clock.Today);
        var (page, totals) = list.At is { } at
            ? await Queries.PastPageAsync(await PastAsync(at, cancel), list, cancel)
            : (await Queries.PageAsync(list, cancel), await Queries.TotalsAsync(list, cancel));
        if (!cancel.IsCancellationRequested)
        {
            _totals = totals;
            _titles = totals.Aging is [var first, ..] ? first.Bounds : _titles;
            if (_tickedOf != FilterOf(list))
            {
                (_tickedOf, _ticks) = (FilterOf(list), new TickSet()); // of another filter
            }

            StateHasChanged();
        }

        return totals.Count is { } count ? page with { Total = new BoundedCount(count, IsAtLeast: false) } : page;
    }

    private async Task<PastOutstanding> PastAsync(AsOf at, CancellationToken cancel)
    {
        if (_past?.At != at)
        {
            _past = null;
            _percent = 0;
            try
            {
                var progress = new Progress<int>(percent => _ = InvokeAsync(() =>
                {
                    _percent = _percent is null ? null : percent;
                    StateHasChanged();
                }));
                StateHasChanged();
                _past = await Task.Run(() => Queries.PastAsync(at, progress, cancel), cancel); // SQLite reads synchronously, for seconds
            }
            finally
            {
                _percent = null;
            }
        }

        return _past!;
    }

    private void Open(OutstandingRow row) => Navigation.NavigateTo($"ad-sales/organizations/{row.Id}/overview");

    private void ChooseOwner(ChangeEventArgs e) => _state.Set(OutstandingList.OwnerKey, e.Value as string ?? "");

    private void SetOn(DateOnly? day) => _state.Set(OutstandingList.OnKey, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    private void SetKnown(DateTime? local) => _state.Set(
        OutstandingList.KnownKey, local is { } at ? Clock.UtcOf(at).ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture) : "");

    private void ShowNow()
    {
        SetOn(null);
        SetKnown(null);
    }

    private void ShowAll()
    {
        _state.SetFilter("");
        _state.Set(OutstandingList.OwnerKey, "");
    }

    private void Untick() => _ticks = new TickSet();
}
