using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.JSInterop;
using Radzen;
using Radzen.Blazor;

namespace PaymentsApp.Components.Layout;

/// <summary>
/// The windows. Radzen takes the last one off the screen only after the browser's script has answered: closed while the line
/// was lost, it would stay open for ever, with a payment in it that is saved already.
/// </summary>
public sealed class DialogHost : ComponentBase, IDisposable
{
    private RadzenDialog? _windows;
    private int _open;
    private bool _wasOneClosed;

    [Inject] private Connection Connection { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    public void Dispose()
    {
        Connection.CameBack -= OnCameBack;
        Dialogs.OnOpen -= OnOpen;
        Dialogs.OnClose -= OnClose;
    }

    protected override void OnInitialized()
    {
        Connection.CameBack += OnCameBack;
        Dialogs.OnOpen += OnOpen;
        Dialogs.OnClose += OnClose;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<RadzenDialog>(0);
        builder.AddComponentReferenceCapture(1, windows => _windows = (RadzenDialog)windows);
        builder.CloseComponent();
    }

    private void OnOpen(string? title, Type type, Dictionary<string, object?> parameters, DialogOptions options) => _open++;

    private void OnClose(object? result)
    {
        _open = Math.Max(0, _open - 1);
        _wasOneClosed = true;
    }

    private void OnCameBack() => _ = InvokeAsync(async () =>
    {
        // Asked of the browser only where there can be a reason: its answer counts as use of the session.
        if (_open > 0 || !_wasOneClosed || _windows is null)
        {
            return;
        }

        _wasOneClosed = false;

        try
        {
            await _windows.Close(result: ""); // there is none to close: it shows so
            await Js.InvokeVoidAsync("closeLostDialogs");
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // Lost again: the next time it comes back.
        }
    });
}
