using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PaymentsApp.Components.Shortcuts;

/// <summary>Listens in the browser for the registered keys. Stands once, in the layout.</summary>
public sealed class ShortcutListener : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? _script;
    private DotNetObjectReference<ShortcutListener>? _self;
    private string[] _told = [];

    [Inject] private ShortcutRegistry Registry { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task PressAsync(string keys, bool isInDialog) => Registry.PressAsync(keys, isInDialog);

    public async ValueTask DisposeAsync()
    {
        Registry.Changed -= OnChanged;
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("stop");
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the script with it.
        }

        _self?.Dispose();
    }

    protected override void OnInitialized() => Registry.Changed += OnChanged;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            try
            {
                _self = DotNetObjectReference.Create(this);
                _script = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/shortcuts.js"]);
                await _script.InvokeVoidAsync("listen", _self);
                await TellAsync();
            }
            catch (JSDisconnectedException)
            {
                // Gone before it was ready.
            }
        }
    }

    private void OnChanged() => _ = InvokeAsync(TellAsync);

    private async Task TellAsync()
    {
        string[] keys = [.. Registry.All.Select(s => (s.IsInDialog ? "dialog:" : "page:") + s.Keys.ToUpperInvariant()).Distinct().Order()];
        string[] holding = [.. Registry.All.Where(s => s.HoldsKeys).Select(s => s.Keys.ToUpperInvariant()).Distinct()];
        if (_script is null || keys.SequenceEqual(_told))
        {
            return;
        }

        _told = keys;
        try
        {
            await _script.InvokeVoidAsync("use", keys, holding);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }
}
