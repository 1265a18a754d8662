using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>One open invoice in the New payment window.</summary>
public sealed partial class AllocationRow : ComponentBase
{
    [Parameter, EditorRequired] public PaymentDraft Draft { get; set; } = default!;

    [Parameter, EditorRequired] public PaymentDraftLine Line { get; set; } = default!;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    [Inject] private CompanyClock Clock { get; set; } = default!;

    private string TickId => $"tick-{Line.InvoiceId}";

    private int DaysOverdue => InvoiceStatuses.DaysOverdue(Line.Invoice.Outstanding.Minor, Line.Invoice.DueOn, Today);

    private string? RuleProblem => Line.IsOverApplied ? "More than is open" : null;

    private Task TickAsync(ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            Draft.Tick(Line);
        }
        else
        {
            Draft.Untick(Line);
        }

        return Changed.InvokeAsync();
    }

    // A short pay only: what is not ticked is not paid, and what is paid in full has no difference.
    private bool CanAddDifference => Draft.CanAdjust && Line is { IsTicked: true, Remaining.IsPositive: true, Differences.Count: 0 };

    private Task AddDifferenceAsync()
    {
        Draft.Touch();
        Line.AddDifference();
        return Changed.InvokeAsync();
    }

    private Task OnTickKeyAsync(KeyboardEventArgs key) =>
        CanAddDifference && key is { Key: "d" or "D", CtrlKey: false, MetaKey: false, AltKey: false } ? AddDifferenceAsync() : Task.CompletedTask;

    private Task ShareAsync(Money? share)
    {
        Draft.TypeShare(Line, share);
        return Changed.InvokeAsync();
    }

    private Task ProblemAsync(string? problem)
    {
        Draft.ReportProblem(Line.Box, problem is null ? null : $"Invoice {Line.Invoice.Number}: {problem}");
        return Changed.InvokeAsync();
    }

    private string Meanwhile(Money before)
    {
        var culture = CultureInfo.CurrentCulture;
        var now = Line.Invoice.Outstanding.IsZero ? "it is paid now" : $"{MoneyText.WithCode(Line.Invoice.Outstanding, culture)} is open now";
        return Line.PaidMeanwhile is { } paid
            ? $"{paid.ByName} applied {MoneyText.WithCode(paid.Amount, culture)} ({PaymentNumber.Format(paid.PaymentNumber)}) "
                + $"at {Clock.LocalOf(paid.At).ToString("t", culture)}; {now}."
            : $"Changed by a colleague: {MoneyText.WithCode(before, culture)} was open, {now}.";
    }
}
