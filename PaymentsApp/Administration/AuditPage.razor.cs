using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Components.Lists;

namespace PaymentsApp.Administration;

/// <summary>The audit log, newest first, with filters that live in the address.</summary>
public sealed partial class AuditPage : IDisposable
{
    private static readonly string[] Filters = ["who", "action", "entity", "id", "from", "to"];

    private readonly CancellationTokenSource _closing = new();
    private ListState _state = default!;
    private IReadOnlyList<(string Id, string Name)> _actors = [];
    private AuditVerification? _verification;
    private bool _isVerifying;
    private bool _isExporting;

    [Inject] private AuditQueries Queries { get; set; } = default!;

    [Inject] private AuditExport Export { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool HasFilters => Filters.Any(filter => _state.Get(filter).Length > 0);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _state = new ListState(Navigation, "seq", isDescendingByDefault: true);
        _actors = await Queries.ActorsAsync(_closing.Token);
    }

    private AuditFilter Filter => new(Get("who"), Get("action"), Get("entity"), Get("id"), DateOf("from"), DateOf("to"));

    private Task<Page<AuditRow>> LoadAsync(ListState state, CancellationToken cancel) => Queries.ListAsync(Filter, state.Key, cancel);

    // What is filtered is what is exported.
    private async Task ExportAsync()
    {
        if (_isExporting)
        {
            return;
        }

        _isExporting = true;
        try
        {
            long count = 0;
            await Downloads.WriteAsync("audit log.csv", async file => count = await Export.ExportAsync(Filter, file, CancellationToken.None));
            Toasts.Success($"{count.ToString("N0", CultureInfo.CurrentCulture)} entries are exported.");
        }
        finally
        {
            _isExporting = false;
        }
    }

    private string? Get(string name) => _state.Get(name) is { Length: > 0 } value ? value : null;

    private DateOnly? DateOf(string name) =>
        DateOnly.TryParseExact(_state.Get(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private void Set(string name, object? value) => _state.Set(name, value as string ?? string.Empty);

    private void SetDate(string name, DateOnly? date) =>
        _state.Set(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty);

    private void Clear() => Array.ForEach(Filters, filter => _state.Set(filter, string.Empty));

    private async Task VerifyAsync()
    {
        if (_isVerifying)
        {
            return;
        }

        _isVerifying = true;
        _verification = null;
        StateHasChanged();
        await Task.Yield(); // SQLite answers synchronously: let the button be seen busy first
        try
        {
            _verification = await Queries.VerifyAsync(_closing.Token);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The screen is gone.
        }
        finally
        {
            _isVerifying = false;
        }
    }
}
