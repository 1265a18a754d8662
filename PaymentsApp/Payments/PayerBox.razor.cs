using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Payments;

/// <summary>A combo box over the payers that the person may see.</summary>
public sealed partial class PayerBox : ComponentBase, IDisposable
{
    private const int PauseMilliseconds = 120;

    private static readonly string SumsAreBounded = "Sums of several invoices are looked for at the "
        + $"{PayersByAmount.AccountsMax.ToString(CultureInfo.InvariantCulture)} accounts that owe least above an amount.";

    private readonly CancellationTokenSource _closing = new();
    private ElementReference _box;
    private string _text = "";
    private string _heard = "";
    private IReadOnlyList<PayerChoice> _found = [];
    private string? _foundFor;
    private PayerChoice? _shown;
    private int _active;
    private int _request;
    private bool _nothingFound;
    private bool _hasFocus;
    private int _undecided; // each lets go what was typed ahead
    private Task _entering = Task.CompletedTask;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>What the organization is to the form.</summary>
    [Parameter] public string Label { get; set; } = "Payer";

    /// <summary>An emptied box means nobody; otherwise it shows its payer again.</summary>
    [Parameter] public bool IsOptional { get; set; }

    /// <summary>
    /// The payment's date: the box also finds who paid by an amount, a check number or a reference. Null: it only finds
    /// organizations.
    /// </summary>
    [Parameter] public DateOnly? ReceivedOn { get; set; }

    [Parameter] public PayerChoice? Value { get; set; }

    [Parameter] public EventCallback<PayerChoice?> ValueChanged { get; set; }

    [Parameter] public string? Problem { get; set; }

    /// <summary>Id of the box to which the browser goes on when a payer was chosen.</summary>
    [Parameter] public string? EnterTo { get; set; }

    /// <summary>Id of the box to which it goes on when the payer was found by an amount, which needs no typing any more.</summary>
    [Parameter] public string? AmountTo { get; set; }

    /// <summary>
    /// A payer was chosen by a figure, and the browser waits for the focus in the next box; true when the figure was the amount.
    /// </summary>
    [Parameter] public EventCallback<bool> GoOn { get; set; }

    /// <summary>The list is open: Esc closes it and nothing else.</summary>
    public bool IsOpen => _hasFocus && _found.Count > 0;

    /// <summary>Ends when the payer that was entered is chosen: a save that was asked for meanwhile is for that one.</summary>
    public Task Entering => _entering;

    [Inject] private PayerQueries Queries { get; set; } = default!;

    private string Placeholder => ReceivedOn is null
        ? "Name, customer number or invoice number"
        : "Amount, check number, name or invoice number";

    private string ListId => Id + "-list";

    private string NoteId => Id + "-note";

    private string? ActiveId => IsOpen ? IdOf(_active) : null;

    public ValueTask FocusAsync() => _box.FocusAsync();

    public void Close()
    {
        _found = [];
        _foundFor = null;
    }

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

    private static string ReasonOf(PayerChoice payer) => payer.PaysFor is { } client
        ? payer.Reason is { } known and not PayerReason.Name and not PayerReason.CustomerNumber
            ? $"pays for {client} · {PayerReasonText.Of(known, CultureInfo.CurrentCulture)}"
            : $"pays for {client}"
        : payer.Reason is { } reason and not PayerReason.Name and not PayerReason.CustomerNumber
        ? PayerReasonText.Of(reason, CultureInfo.CurrentCulture)
        : payer.CustomerNumber;

    private string IdOf(int index) => $"{Id}-{index}";

    private async Task TypedAsync(string? text)
    {
        _text = _heard = text ?? "";
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
        var text = _text;
        var found = ReceivedOn is { } receivedOn
            ? await Queries.WhoPaidAsync(text, receivedOn, CultureInfo.CurrentCulture, _closing.Token)
            : await Queries.FindPayersAsync(text, _closing.Token);
        if (request != _request)
        {
            return; // an older answer must not replace a newer one
        }

        _found = found;
        _foundFor = text;
        _active = 0;
        _nothingFound = found.Count == 0 && _text.Trim().Length > 1;
    }

    private Task PointAsync(PayerChoice payer) => _entering = ChooseAsync(payer);

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
        if (!_hasFocus && _entering.IsCompleted) // the box may be left before the answer is here
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
