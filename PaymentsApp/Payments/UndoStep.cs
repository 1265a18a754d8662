using System.Globalization;
using PaymentsApp.Components;
using PaymentsApp.Data;

namespace PaymentsApp.Payments;

/// <summary>What Undo does: one more command, and a message of what came of it.</summary>
internal static class UndoStep
{
    /// <summary>The reason of a reversal that Undo makes.</summary>
    public const string Reason = "Undone right after saving";

    public static Func<Task> Of(Toasts toasts, CompanyClock clock, Func<Task<CorrectionResult>> undo) => async () =>
        toasts.Note(await undo() is CorrectionResult.Refused refused
            ? "Not undone. " + string.Join(' ', refused.Problems.Select(problem => PaymentProblemText.Of(problem, clock, CultureInfo.CurrentCulture)))
            : "Undone.");
}
