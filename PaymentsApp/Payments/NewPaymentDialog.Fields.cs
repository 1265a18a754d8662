using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

// The window's single fields, and what is missing before a save.
public sealed partial class NewPaymentDialog
{
    // A box tells its value when it is left; that something was typed counts from the first letter. Afterwards none is sent.
    private EventCallback<ChangeEventArgs> OnFirstInput =>
        _isReady && !_draft.IsTouched ? EventCallback.Factory.Create<ChangeEventArgs>(this, _draft.Touch) : default;

    private string? Problem(string field) => _fieldProblems.GetValueOrDefault(field);

    private void SetReceivedOn(DateOnly? on)
    {
        _draft.Touch();
        _draft.ReceivedOn = on;
        _draft.Propose(); // a discount may have ended
        _fieldProblems.Remove("date");
    }

    private void SetCheckDatedOn(DateOnly? on)
    {
        _draft.Touch();
        _draft.CheckDatedOn = on;
    }

    private void SetPaymentType(int? typeId)
    {
        _draft.Touch();
        _draft.PaymentTypeId = typeId;
        _draft.Propose(); // banks keep something of a wire and nothing of a check
        _fieldProblems.Remove("type");
        if (!IsCheck)
        {
            _draft.CheckDatedOn = null; // a date on a check that is none would be stored unseen
        }
    }

    private void SetReference(string? text)
    {
        _draft.Touch();
        _draft.Reference = text ?? "";
    }

    private void SetMemo(string? text)
    {
        _draft.Touch();
        _draft.Memo = text ?? "";
    }

    private void TypeBankFee(Money? fee) => _draft.TypeBankFee(fee);

    // Enter goes on: the number is in, the next thing is to save.
    private async Task OnReferenceKeyAsync(KeyboardEventArgs key)
    {
        if (key is { Key: "Enter", CtrlKey: false, MetaKey: false, IsComposing: false })
        {
            await _save.FocusAsync();
        }
    }

    private bool IsComplete()
    {
        _fieldProblems.Clear();
        if (_draft.Payer is null)
        {
            _fieldProblems.Add("payer", "Choose who paid.");
        }

        if (_draft.Amount is null && _amount is { IsInvalid: false } && !_draft.IsCreditOnly)
        {
            _fieldProblems.Add("amount", "Enter an amount above zero.");
        }

        if (_draft.ReceivedOn is null)
        {
            _fieldProblems.Add("date", "Enter the payment date.");
        }

        if (_draft.PaymentTypeId is null)
        {
            _fieldProblems.Add("type", "Choose a payment type.");
        }

        _problems = [.. _draft.Problems];
        return _fieldProblems.Count == 0 && _draft.Problems.Count == 0;
    }

    private async Task CancelAsync()
    {
        if (await MayCloseAsync())
        {
            Dialogs.Close();
        }
    }

    private async Task<bool> MayCloseAsync()
    {
        if (_payerBox is { IsOpen: true })
        {
            _payerBox.Close();
            return false;
        }

        if (!_isReady || !_draft.IsTouched)
        {
            return true;
        }

        _isAsking = true;
        try
        {
            var mayClose = await ConfirmDialog.AskAsync(
                Dialogs, "Discard this payment?", "It is not saved yet.", "Discard", "Keep editing", isDangerous: true);
            _isFocusDue = !mayClose;
            if (mayClose)
            {
                await ForgetDraftAsync();
            }

            StateHasChanged();
            return mayClose;
        }
        finally
        {
            _isAsking = false;
        }
    }
}
