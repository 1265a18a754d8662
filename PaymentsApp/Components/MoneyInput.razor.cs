using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Domain;

namespace PaymentsApp.Components;

/// <summary>
/// A box for one amount in the user's number format. The text is read on Enter and on leaving, strictly
/// (<see cref="MoneyText.Read"/>): a doubt stays in the box with the question beside it, and counts as no amount.
/// The text belongs to the user: only a value that the parent has set anew replaces it, and never while it is typed. What
/// was typed while such a value was on its way to the browser stays there too (js/typed-text.js).
/// </summary>
public sealed partial class MoneyInput : ComponentBase
{
    private ElementReference _box;
    private string _text = "";
    private string _heard = "";
    private string _readText = "";
    private string? _readCurrency;
    private bool _isTyping;
    private bool _isSetWhileTyping;
    private bool _isTelling;
    private Money? _told;
    private string? _problem;
    private string? _echo;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Of the input element; unique on the page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>ISO 4217 code in which the text is read.</summary>
    [Parameter, EditorRequired] public string Currency { get; set; } = "";

    /// <summary>Null: nothing typed, or nothing that can be read.</summary>
    [Parameter] public Money? Value { get; set; }

    [Parameter] public EventCallback<Money?> ValueChanged { get; set; }

    /// <summary>Why the text is no amount; null when it is one or is empty. A form with a problem is not saved.</summary>
    [Parameter] public EventCallback<string?> ProblemChanged { get; set; }

    /// <summary>Enter was pressed on a text that is an amount or empty; <see cref="Value"/> is up to date.</summary>
    [Parameter] public EventCallback OnEnter { get; set; }

    /// <summary>Id of the element to which Enter goes on in the browser, whatever the text: a doubt is shown here meanwhile.</summary>
    [Parameter] public string? EnterTo { get; set; }

    /// <summary>What the form has against the amount, shown where the box has nothing against the text.</summary>
    [Parameter] public string? RuleProblem { get; set; }

    [Parameter] public string? Hint { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool AllowZero { get; set; }

    /// <summary>In a table, whose header shows the label; it is still read out.</summary>
    [Parameter] public bool IsLabelHidden { get; set; }

    /// <summary>The text is no amount.</summary>
    public bool IsInvalid => _problem is not null;

    private string? ShownProblem => _problem ?? RuleProblem;

    private string NoteId => Id + "-note";

    public ValueTask FocusAsync() => _box.FocusAsync();

    /// <summary>
    /// Reads what was typed so far, if it was not read yet: a save by shortcut comes before the box is left.
    /// </summary>
    public Task CommitAsync()
    {
        _isTyping = false;
        if (_text != _readText || Currency != _readCurrency)
        {
            return ReadAsync();
        }

        // Not each other value: with many answers on their way, the parent's may be from before it was told.
        if (_isSetWhileTyping && Value != _told)
        {
            ShowValue(); // and what was typed was taken back
        }

        return Task.CompletedTask;
    }

    protected override async Task OnParametersSetAsync()
    {
        _isSetWhileTyping = Value != _told && _isTyping;
        if (Value != _told && !_isTyping && !_isTelling)
        {
            var hadProblem = IsInvalid;
            ShowValue();
            if (hadProblem)
            {
                await ProblemChanged.InvokeAsync(null);
            }
        }
        else if (_readCurrency is not null && _readCurrency != Currency && _readText.Length > 0 && !_isTyping)
        {
            // The payer was chosen after the amount was typed: what is it in this currency?
            await ReadAsync();
        }
    }

    private void ShowValue()
    {
        _told = Value;
        _text = Value is { } money ? MoneyText.Figure(money, CultureInfo.CurrentCulture) : "";
        _readText = _text;
        _readCurrency = Value is { } shown ? shown.Currency : Currency;
        _isTyping = false;
        _problem = null;
        _echo = null;
    }

    private void OnTyped(string? text)
    {
        _text = _heard = text ?? "";
        _isTyping = true;
    }

    private Task OnLeftAsync(ChangeEventArgs left)
    {
        if (left.Value is string text && text != _text)
        {
            OnTyped(text); // its letters got lost on the way
        }

        return CommitAsync();
    }

    private async Task OnKeyDownAsync(KeyboardEventArgs key)
    {
        // An Enter that ends the composition of Japanese text is no Enter to us.
        if (key.Key != "Enter" || key.IsComposing)
        {
            return;
        }

        await CommitAsync();
        if (!IsInvalid && key is { CtrlKey: false, MetaKey: false, AltKey: false, ShiftKey: false })
        {
            await OnEnter.InvokeAsync();
        }
    }

    private async Task ReadAsync()
    {
        var culture = CultureInfo.CurrentCulture;
        var hadProblem = _problem;
        _readText = _text;
        _readCurrency = Currency;
        _isSetWhileTyping = false;
        var reading = MoneyText.Read(_text, Currency, culture);
        _problem = reading switch
        {
            MoneyReading.Amount { Value.IsZero: true } when !AllowZero => "The amount must be above zero.",
            MoneyReading.Amount or MoneyReading.Empty => null,
            MoneyReading.Refused refused => refused.Message,
            _ => throw new UnreachableException(),
        };
        var amount = _problem is null ? reading as MoneyReading.Amount : null;
        _told = amount?.Value;

        // Said only where the text does not already say it: a calculation, missing cents or groups.
        _echo = amount is null || amount.Echo == _text.Trim() ? null : $"{amount.Echo}\u00A0{Currency}";

        if (_problem != hadProblem)
        {
            _isTelling = true; // the parent has the value from before still: it is not one that it has set
            await ProblemChanged.InvokeAsync(_problem);
            _isTelling = false;
        }

        if (Value != _told)
        {
            await ValueChanged.InvokeAsync(_told);
        }
    }
}
