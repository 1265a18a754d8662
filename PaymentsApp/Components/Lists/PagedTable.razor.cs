using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace PaymentsApp.Components.Lists;

/// <summary>
/// A list that pages by key: it loads itself through <see cref="Load"/> whenever its <see cref="State"/> changes, keeps
/// selection, sorting and paging, and says when it is empty, busy or could not be loaded. Rows are records: on
/// <see cref="RefreshAsync"/> those that are not equal to the row shown before are highlighted for a moment.
/// Keys on a row (js/table.js): arrows, Home and End move the selection, Space selects, Enter opens. Controls inside
/// cells keep their own keys.
/// </summary>
public sealed partial class PagedTable<TRow> : ComponentBase, IDisposable
{
    private readonly List<TableColumn<TRow>> _columns = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private readonly TableHighlight<TRow> _highlight = new();
    private CancellationTokenSource? _loading;
    private Page<TRow>? _page;
    private TableLine<TRow>[] _lines = [];
    private string? _problem;
    private bool _isBusy = true;
    private ListState? _state;
    private object? _selectedKey;

    public PagedTable() => _closed = _closing.Token; // kept: the source's Token throws once disposed

    /// <summary>The list's name, for screen readers.</summary>
    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    [Parameter, EditorRequired] public ListState State { get; set; } = default!;

    /// <summary>The query. A newer load cancels the one before it.</summary>
    [Parameter, EditorRequired] public Func<ListState, CancellationToken, Task<Page<TRow>>> Load { get; set; } = default!;

    /// <summary>A row's identity across loads.</summary>
    [Parameter, EditorRequired] public Func<TRow, object> RowKey { get; set; } = default!;

    /// <summary>The <see cref="TableColumn{TRow}"/>s.</summary>
    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = default!;

    /// <summary>The selected row, after each change; null when it is gone from the page.</summary>
    [Parameter] public EventCallback<TRow?> SelectedChanged { get; set; }

    /// <summary>Enter or a double click on a row.</summary>
    [Parameter] public EventCallback<TRow> RowOpened { get; set; }

    /// <summary>Days overdue: the row's tint deepens with it. Write the days in a cell too.</summary>
    [Parameter] public Func<TRow, int>? DaysLate { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Beside the paging buttons.</summary>
    [Parameter] public RenderFragment? Footer { get; set; }

    /// <summary>Shown instead of <see cref="EmptyText"/> when there are no rows.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public string EmptyText { get; set; } = "Nothing here yet";

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private ILogger<PagedTable<TRow>> Logger { get; set; } = default!;

    /// <summary>Loads anew, without highlighting.</summary>
    public Task ReloadAsync() => LoadAsync(isLive: false);

    /// <summary>Loads what a live change touched: same page, same selection, changed rows highlighted.</summary>
    public Task RefreshAsync() => LoadAsync(isLive: true);

    internal void Add(TableColumn<TRow> column)
    {
        _columns.Add(column);
        ColumnsChanged();
    }

    internal void Remove(TableColumn<TRow> column)
    {
        _columns.Remove(column);
        ColumnsChanged();
    }

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_state, State))
        {
            return Task.CompletedTask;
        }

        _state?.Changed -= OnStateChanged;
        _state = State;
        _state.Changed += OnStateChanged;
        _page = null;
        _lines = [];
        return ReloadAsync();
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _state?.Changed -= OnStateChanged;
        _closing.Cancel();
        _closing.Dispose();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => State.Read();

    private void OnStateChanged() => _ = InvokeAsync(ReloadAsync);

    private async Task LoadAsync(bool isLive)
    {
        // The answer of an older load is dropped, however late it comes.
        _loading?.Cancel();
        using var loading = CancellationTokenSource.CreateLinkedTokenSource(_closed);
        _loading = loading;
        if (!isLive)
        {
            _isBusy = true; // nobody waits for what a colleague's change touches
            StateHasChanged();
        }

        try
        {
            await Task.Yield(); // SQLite answers synchronously: let the click be seen first.
            var page = await Load(State, loading.Token);
            if (ReferenceEquals(_loading, loading) && !loading.IsCancellationRequested)
            {
                await ShowAsync(page, isLive);
            }
        }
        catch (OperationCanceledException) when (loading.IsCancellationRequested)
        {
            // A newer load took over, or the screen has gone.
        }
        catch (Exception e)
        {
            ComponentLog.ListFailed(Logger, e, Caption);
            _problem = "Something went wrong on our side. What was shown before may be out of date.";
        }
        finally
        {
            if (ReferenceEquals(_loading, loading))
            {
                _loading = null;
                _isBusy = false;
                StateHasChanged();
            }
        }
    }

    private async Task ShowAsync(Page<TRow> page, bool isLive)
    {
        _highlight.Compare(_page?.Rows, page.Rows, RowKey, isLive);
        _page = page;
        _lines = LinesOf(page.Rows, before: _lines);
        _problem = null;
        if (_selectedKey is not null)
        {
            var line = _lines.FirstOrDefault(IsSelected);
            _selectedKey = line?.Key;
            await SelectedChanged.InvokeAsync(line is null ? default : line.Row);
        }
    }

    private void ColumnsChanged()
    {
        if (!_closed.IsCancellationRequested)
        {
            _lines = LinesOf(_page?.Rows ?? [], before: []);
            StateHasChanged();
        }
    }
}
