using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

// Save, and what becomes of it.
public sealed partial class NewPaymentDialog
{
    private IReadOnlyList<PossibleDuplicate> _duplicates = []; // shown, and with the next save taken for other payments

    private bool _mailsReceipt;

    private async Task SaveAsync(bool another)
    {
        if (_isSaving || _isFinished || _isAsking || !_isReady)
        {
            return;
        }

        await PayerIsChosenAsync();
        var isComplete = IsComplete();
        if (isComplete && _draft.ToUseCredit() is { } onlyCredit)
        {
            await UseCreditAsync(onlyCredit, another);
            return;
        }

        if (!isComplete || _draft.ToCommand() is not { } command)
        {
            _refusals++;
            return;
        }

        _isSaving = true;
        StateHasChanged();
        try
        {
            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            command = command with { Confirmed = [.. _duplicates.Select(duplicate => duplicate.PaymentId)], MailsReceipt = _mailsReceipt };
            var result = await Payments.RegisterAsync(command, CancellationToken.None);
            await ShowAsync(result, command, another);
        }
        catch (Exception e)
        {
            // The rim: what was typed is worth more than the screen, and the payment's id makes trying again safe.
            Log.SaveFailed(e, command.PaymentId);
            _refusals++;
            _problems = ["The payment could not be saved just now. Everything you typed is still here: try again, it is not registered twice."];
        }
        finally
        {
            _isSaving = false;
        }
    }

    // Payer, amount and Ctrl+Enter within a moment: the payer may still be on the way.
    private async Task PayerIsChosenAsync()
    {
        if (_payerBox is { Entering: { IsCompleted: false } entering })
        {
            _isSaving = true;
            await entering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            _isSaving = false;
        }
    }

    private async Task ShowAsync(RegisterPaymentResult result, RegisterPayment command, bool another)
    {
        switch (result)
        {
            case RegisterPaymentResult.Registered registered:
                Toasts.Success(
                    $"Payment {PaymentNumber.Format(registered.Number)} registered.", registered.CanUndo ? UndoOf(command) : null, $"payments/{registered.PaymentId}");
                if (registered.AwaitingApproval > 0)
                {
                    Toasts.Note("What is beyond your limit waits for the approval of a colleague; the invoice stays open by that much.", "finance/collection/approvals");
                }

                if (registered.HasNoAddress)
                {
                    Toasts.Note("Nobody at the payer has a mail address: no receipt goes out.", $"payments/{registered.PaymentId}");
                }

                await FinishAsync(another);
                break;
            case RegisterPaymentResult.AlreadyRegistered already:
                Toasts.Note($"Payment {PaymentNumber.Format(already.Number)} was already registered.", $"payments/{already.PaymentId}");
                await FinishAsync(another);
                break;
            case RegisterPaymentResult.NeedsConfirmation question:
                _refusals++;
                _problems = [];
                _duplicates = question.Duplicates;
                break;
            case RegisterPaymentResult.Refused refused:
                _refusals++;
                _problems = [.. refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))];
                await FollowAsync();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private Func<Task> UndoOf(RegisterPayment command)
    {
        var reverse = new ReversePayment(Guid.CreateVersion7(), command.PaymentId, command.ReceivedOn, UndoStep.Reason);
        return UndoStep.Of(Toasts, Clock, () => Payments.ReverseAsync(reverse, CancellationToken.None)); // with the credit that was used beside it
    }

    private async Task FinishAsync(bool another)
    {
        _problems = [];
        _duplicates = [];
        await ForgetDraftAsync();
        if (another)
        {
            await BeginAsync(NewPaymentStart.Blank, _draft.ReceivedOn ?? Clock.Today, _draft.PaymentTypeId);
        }
        else
        {
            _isFinished = true;
            Dialogs.Close();
        }
    }
}
