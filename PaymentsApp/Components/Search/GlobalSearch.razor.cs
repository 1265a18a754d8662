using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaymentsApp.Components.Search;

/// <summary>The search box in the header: finds while typing, arrow keys choose, Enter goes there.</summary>
public sealed partial class GlobalSearch : ComponentBase, IDisposable
{
    private const int LengthMin = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private ElementReference _input;
    private string _text = "";
    private string _status = "";
    private IReadOnlyList<SearchHit> _hits = [];
    private int _active = -1;
    private CancellationTokenSource? _searching;

    [Inject] private FindAnything Find { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private ILogger<GlobalSearch> Logger { get; set; } = default!;

    private bool HasFocus { get; set; }

    private bool IsOpen => HasFocus && _hits.Count > 0;

    private string? ActiveId => IsOpen && _active >= 0 ? IdOf(_active) : null;

    public void Dispose()
    {
        _searching?.Cancel();
        _searching?.Dispose();
    }

    private static string IdOf(int index) => $"search-hit-{index}";

    private static string NameOf(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Organization => "Organizations",
        SearchHitKind.Invoice => "Invoices",
        SearchHitKind.Payment => "Payments",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string ShapeOf(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Organization => Icons.Organization,
        SearchHitKind.Invoice => Icons.Invoice,
        _ => Icons.Payment,
    };

    private async Task FocusAsync()
    {
        HasFocus = true;
        await _input.FocusAsync();
    }

    // A hit that is clicked takes the focus within the box before it leaves the page.
    private void Return() => HasFocus = true;

    private void Leave() => HasFocus = false;

    private async Task TypedAsync(string? text)
    {
        _text = text ?? "";
        HasFocus = true;
        _searching?.Cancel();
        _searching?.Dispose();
        _searching = new();
        var cancel = _searching.Token;
        if (_text.Trim().Length < LengthMin)
        {
            Show([], "");
            return;
        }

        try
        {
            await Task.Delay(Pause, Time, cancel);
            var hits = await Find(_text.Trim(), cancel);
            if (!cancel.IsCancellationRequested)
            {
                Show(hits, hits.Count == 0 ? $"Nothing found for “{_text.Trim()}”" : $"{hits.Count} found");
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Typed on, or gone.
        }
        catch (Exception e)
        {
            ComponentLog.ListFailed(Logger, e, "search");
            Show([], "The search did not work. Try again.");
        }
    }

    private void Show(IReadOnlyList<SearchHit> hits, string status)
    {
        // Grouped on screen: the arrows must walk in the same order.
        _hits = [.. hits.OrderBy(hit => hit.Kind)];
        _active = _hits.Count > 0 ? 0 : -1;
        _status = status;
    }

    private void OnKey(KeyboardEventArgs e)
    {
        switch (e.Key)
        {
            case "ArrowDown" when _hits.Count > 0:
                _active = (_active + 1) % _hits.Count;
                break;
            case "ArrowUp" when _hits.Count > 0:
                _active = (_active - 1 + _hits.Count) % _hits.Count;
                break;
            case "Escape":
                _text = "";
                Show([], "");
                break;
            case "Enter" when _active >= 0 && _active < _hits.Count:
                var href = _hits[_active].Href;
                Close();
                Navigation.NavigateTo(href);
                break;
        }
    }

    private void Close()
    {
        _text = "";
        Show([], "");
        HasFocus = false;
    }
}
