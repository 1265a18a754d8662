using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using Radzen;

namespace PaymentsApp.Payments.Details;

/// <summary>What the windows that correct a payment have in common: one save at a time, and why it was refused.</summary>
public abstract class CorrectionDialog : ComponentBase
{
    /// <summary>Made when the window opens; sent again it does nothing twice.</summary>
    protected Guid FactId { get; } = Guid.CreateVersion7();

    protected IReadOnlyList<string> Problems { get; private set; } = [];

    protected bool IsSaving { get; private set; }

    protected string Reason { get; set; } = "";

    /// <summary>The closed deposit that stands against it; null: none was named.</summary>
    protected Guid? AskedDepositId { get; private set; }

    /// <summary>The person saw it and goes on.</summary>
    protected bool IsDepositKnown { get; set; }

    protected Guid? ConfirmedDepositId => IsDepositKnown ? AskedDepositId : null;

    [Inject] protected PaymentService Payments { get; set; } = default!;

    [Inject] protected CompanyClock Clock { get; set; } = default!;

    [Inject] protected DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    protected static DialogOptions Options => new() { Width = "min(480px, 100vw)", CloseDialogOnOverlayClick = false };

    protected void Cancel() => Dialogs.Close();

    /// <summary>Says what must be mended before anything is sent.</summary>
    protected void Refuse(string problem) => Problems = [problem];

    /// <param name="save">The command.</param>
    /// <param name="done">What to say when it is done.</param>
    /// <param name="undo">What takes it back; null when that is not offered.</param>
    /// <param name="href">Where to look at it; null for nowhere.</param>
    protected async Task SaveAsync(Func<Task<CorrectionResult>> save, string done, Func<Task<CorrectionResult>>? undo = null, string? href = null)
    {
        if (IsSaving)
        {
            return;
        }

        IsSaving = true;
        Problems = [];
        StateHasChanged();
        try
        {
            switch (await save())
            {
                case CorrectionResult.Done or CorrectionResult.AlreadyDone:
                    Toasts.Success(done, undo is null ? null : UndoStep.Of(Toasts, Clock, undo), href);
                    Dialogs.Close();
                    break;
                case CorrectionResult.AwaitsApproval:
                    Toasts.Note("This is beyond your limit. It waits for the approval of a colleague; nothing else was changed.");
                    Dialogs.Close();
                    break;
                case CorrectionResult.Refused refused:
                    AskedDepositId = refused.Problems.OfType<Domain.PaymentProblem.InClosedDeposit>().FirstOrDefault()?.DepositId ?? AskedDepositId;
                    Problems = [.. refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))];
                    break;
                default:
                    throw new UnreachableException();
            }
        }
        finally
        {
            IsSaving = false;
        }
    }
}
