using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Credits;

namespace PaymentsApp.Payments;

// Credit that is there already.
public sealed partial class NewPaymentDialog
{
    [Inject] private CreditQueries Credits { get; set; } = default!;

    private void StartWith(NewPaymentStart start)
    {
        if (start.UsesCredit && _draft.Credits.Count > 0)
        {
            _draft.UseCredit(start.InvoiceId);
        }

        if (start.IsOnAccount)
        {
            _draft.KeepOnAccount();
        }
    }

    // No money came: invoices are settled with what is there, and no payment is registered.
    private async Task UseCreditAsync(UseCredit command, bool another)
    {
        _isSaving = true;
        StateHasChanged();
        try
        {
            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            switch (await Payments.UseCreditAsync(command, CancellationToken.None))
            {
                case CorrectionResult.Done or CorrectionResult.AlreadyDone:
                    var used = command.Uses.Select(use => use.Amount).Aggregate((sum, amount) => sum + amount);
                    Toasts.Success(
                        $"{MoneyText.WithCode(used, CultureInfo.CurrentCulture)} of credit applied.",
                        UndoStep.Of(Toasts, Clock, () => Payments.TakeBackCreditAsync(command, UndoStep.Reason, CancellationToken.None)));
                    await FinishAsync(another);
                    break;
                case CorrectionResult.Refused refused:
                    _refusals++;
                    _problems = [.. refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))];
                    await FollowAsync();
                    break;
                default:
                    throw new UnreachableException();
            }
        }
        catch (Exception e)
        {
            Log.SaveFailed(e, _draft.PaymentId);
            _refusals++;
            _problems = ["The credit could not be applied just now. Everything you chose is still here: try again, it is not applied twice."];
        }
        finally
        {
            _isSaving = false;
        }
    }
}
