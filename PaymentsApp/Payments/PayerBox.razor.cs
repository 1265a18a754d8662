using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaymentsApp.Payments;

/// <summary>A combo box over the payers that the person may see.</summary>
public sealed partial class PayerBox : ComponentBase, IDisposable
{
    private const int PauseMilliseconds = 120;

    private readonly CancellationTokenSource _closing = new();
    private ElementReference _box;
    private string _text = "";
    private IReadOnlyList<PayerChoice> _found = [];
    private PayerChoice? _shown;
    private int _active;
    private int _request;
    private bool _nothingFound;
    private bool _hasFocus;
    private bool _isEntering;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>What the organization is to the form.</summary>
    [Parameter] public string Label { get; set; } = "Payer";

    /// <summary>An emptied box means nobody; otherwise it shows its payer again.</summary>
    [Parameter] public bool IsOptional { get; set; }

    [Parameter] public PayerChoice? Value { get; set; }

    [Parameter] public EventCallback<PayerChoice?> ValueChanged { get; set; }

    [Parameter] public string? Problem { get; set; }

    /// <summary>Id of the box to which Enter goes on in the browser.</summary>
    [Parameter] public string? EnterTo { get; set; }

    /// <summary>A payer was chosen with the pointer, and the form may go on to its next box.</summary>
    [Parameter] public EventCallback OnPointed { get; set; }

    /// <summary>The list is open: Esc closes it and nothing else.</summary>
    public bool IsOpen => _hasFocus && _found.Count > 0;

    [Inject] private PaymentWindowQueries Queries { get; set; } = default!;

    private string ListId => Id + "-list";

    private string NoteId => Id + "-note";

    private string? ActiveId => IsOpen ? IdOf(_active) : null;

    public ValueTask FocusAsync() => _box.FocusAsync();

    public void Close() => _found = [];

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (Value != _shown)
        {
            _shown = Value;
            _text = Value?.Name ?? "";
            Close();
        }
    }

    private string IdOf(int index) => $"{Id}-{index}";

    private async Task TypedAsync(string? text)
    {
        _text = text ?? "";
        _nothingFound = false;
        var request = ++_request;
        try
        {
            await Task.Delay(PauseMilliseconds, _closing.Token);
            if (request == _request)
            {
                await FindAsync(request);
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed.
        }
    }

    private async Task FindAsync(int request)
    {
        var found = await Queries.FindPayersAsync(_text, _closing.Token);
        if (request != _request)
        {
            return; // an older answer must not replace a newer one
        }

        _found = found;
        _active = 0;
        _nothingFound = found.Count == 0 && _text.Trim().Length > 1;
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _found.Count > 0:
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp" when _found.Count > 0:
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Enter" when !key.IsComposing && !key.CtrlKey:
                await EnterAsync();
                break;
        }
    }

    private async Task EnterAsync()
    {
        if (!IsOpen && _text != _shown?.Name)
        {
            // Typed and entered faster than the list could open; the box is left before the answer is here.
            _isEntering = true;
            try
            {
                await FindAsync(++_request);
            }
            finally
            {
                _isEntering = false;
            }
        }

        if (_found.Count > 0)
        {
            await ChooseAsync(_found[_active]);
        }
    }

    private async Task PointAsync(PayerChoice payer)
    {
        await ChooseAsync(payer);
        await OnPointed.InvokeAsync();
    }

    private Task ChooseAsync(PayerChoice payer)
    {
        _request++;
        _shown = payer;
        _text = payer.Name;
        _nothingFound = false;
        Close();
        return ValueChanged.InvokeAsync(payer);
    }

    // What was typed but not chosen is no payer: show the one that is.
    private async Task LeaveAsync()
    {
        _hasFocus = false;
        await Task.Yield();
        if (!_hasFocus && !_isEntering)
        {
            _request++;
            Close();
            if (IsOptional && _shown is not null && string.IsNullOrWhiteSpace(_text))
            {
                _shown = null;
                await ValueChanged.InvokeAsync(null);
            }
            else if (_shown is not null)
            {
                _text = _shown.Name;
            }
        }
    }
}
