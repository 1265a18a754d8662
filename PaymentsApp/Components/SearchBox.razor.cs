using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaymentsApp.Components;

/// <summary>A search field that speaks when the typing pauses, and at once on Enter.</summary>
public sealed partial class SearchBox : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private string _text = "";
    private string _last = "";
    private CancellationTokenSource? _waiting;

    /// <summary>What is searched for, for example "Search invoices".</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Placeholder { get; set; }

    /// <summary>The text now in force, usually from the address.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    [Inject] private TimeProvider Time { get; set; } = default!;

    public void Dispose()
    {
        _waiting?.Cancel();
        _waiting?.Dispose();
    }

    // Only a value from elsewhere replaces the text: our own answer may be older than what is being typed.
    protected override void OnParametersSet()
    {
        if (Value != _last)
        {
            _last = Value;
            _text = Value;
        }
    }

    private async Task TypedAsync(string? text)
    {
        _text = text ?? "";
        _waiting?.Cancel();
        _waiting?.Dispose();
        _waiting = new();
        var waiting = _waiting.Token;
        try
        {
            await Task.Delay(Pause, Time, waiting);
        }
        catch (OperationCanceledException)
        {
            return; // typed on, or gone
        }

        await TellAsync();
    }

    // Not when the field is left: that may be by a link, and the answer would lead back to the list.
    private Task OnKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key != "Enter" || key.IsComposing)
        {
            return Task.CompletedTask;
        }

        _waiting?.Cancel();
        return TellAsync();
    }

    private Task TellAsync()
    {
        var text = _text.Trim();
        if (text == _last)
        {
            return Task.CompletedTask;
        }

        _last = text;
        return ValueChanged.InvokeAsync(text);
    }
}
