using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaymentsApp.Components;

/// <summary>
/// A box for one business date. It speaks in ISO dates with the browser, so no format is ever guessed; a date outside
/// of <see cref="Min"/> and <see cref="Max"/> stays in the box with the reason beside it, and counts as none.
/// </summary>
public sealed partial class DateInput : ComponentBase
{
    // While a year is typed the browser reports 0002, 0020, 0202: no date of business lies outside of these.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    private ElementReference _box;
    private DateOnly? _entered;
    private DateOnly? _told;
    private string? _problem;
    private bool _isInside;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Of the input element; unique on the page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>Null: nothing entered, or no date that is allowed.</summary>
    [Parameter] public DateOnly? Value { get; set; }

    [Parameter] public EventCallback<DateOnly?> ValueChanged { get; set; }

    /// <summary>Why the date does not count; null when it does or there is none. A form with a problem is not saved.</summary>
    [Parameter] public EventCallback<string?> ProblemChanged { get; set; }

    /// <summary>Enter was pressed on a date that counts, or on none.</summary>
    [Parameter] public EventCallback OnEnter { get; set; }

    /// <summary>The first day allowed.</summary>
    [Parameter] public DateOnly? Min { get; set; }

    /// <summary>The last day allowed.</summary>
    [Parameter] public DateOnly? Max { get; set; }

    /// <summary>What the form has against the date, or wants to be noticed about it.</summary>
    [Parameter] public string? RuleProblem { get; set; }

    [Parameter] public string? Hint { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Required { get; set; }

    /// <summary>In a table, whose header shows the label; it is still read out.</summary>
    [Parameter] public bool IsLabelHidden { get; set; }

    /// <summary>A date was entered that is not allowed.</summary>
    public bool IsInvalid => _problem is not null;

    private string? ShownProblem => _problem is null ? RuleProblem : _isInside ? null : _problem;

    private string NoteId => Id + "-note";

    public ValueTask FocusAsync() => _box.FocusAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (Value != _told)
        {
            _told = Value;
            _entered = Value;
            await TellProblemAsync(ProblemOf(Value));
        }
    }

    // Null while a part of the date is missing.
    private async Task OnEnteredAsync(DateOnly? entered)
    {
        _entered = entered;
        var problem = ProblemOf(entered);
        _told = problem is null ? entered : null;
        await TellProblemAsync(problem);
        if (Value != _told)
        {
            await ValueChanged.InvokeAsync(_told);
        }
    }

    private Task OnKeyDownAsync(KeyboardEventArgs key)
    {
        if (key.Key != "Enter")
        {
            return Task.CompletedTask;
        }

        _isInside = false; // done with typing: show what is wrong
        var isPlain = key is { CtrlKey: false, MetaKey: false, AltKey: false, ShiftKey: false };
        return isPlain && !IsInvalid ? OnEnter.InvokeAsync() : Task.CompletedTask;
    }

    private async Task TellProblemAsync(string? problem)
    {
        if (problem != _problem)
        {
            _problem = problem;
            await ProblemChanged.InvokeAsync(problem);
        }
    }

    private string? ProblemOf(DateOnly? date) =>
        date < (Min ?? Earliest) ? $"The date must not be before {Shown(Min ?? Earliest)}."
        : date > (Max ?? Latest) ? $"The date must not be after {Shown(Max ?? Latest)}."
        : null;

    private static string Shown(DateOnly date) => date.ToString("d", CultureInfo.CurrentCulture);

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
