using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Payments.CheckRuns;

// The checks that were typed: added, changed, kept and posted.
public sealed partial class CheckRunEntry
{
    private readonly Dictionary<Guid, IReadOnlyList<PossibleDuplicate>> _duplicates = [];
    private readonly Dictionary<Guid, string> _rowProblems = [];
    private List<string> _problems = [];
    private Task _saving = Task.CompletedTask;
    private int _waiting; // saves that were asked for and are not answered
    private int _version;
    private bool _isPosting;
    private bool _isDiscarded;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private async Task AddAsync()
    {
        if (_payerBox is { Entering: { IsCompleted: false } entering })
        {
            await entering; // the payer may still be on its way
        }

        if (_entry is not { } entry || !IsComplete(entry))
        {
            return;
        }

        entry.ReceivedOn = _receivedOn;
        var row = new CheckRunRow(entry.PaymentId, entry.ToContent());
        var place = _rows.FindIndex(other => other.PaymentId == row.PaymentId);
        if (place < 0)
        {
            _rows.Add(row);
        }
        else
        {
            _rows[place] = row;
        }

        BeginEntry(); // the next check can be typed while this one is kept
        await Task.WhenAll(SaveAsync(), WarnAsync(row));
    }

    private bool IsComplete(PaymentDraft entry)
    {
        _payerProblem = entry.Payer is null ? "Choose who paid." : null;
        _amountProblem = entry.Amount is not { IsPositive: true } ? "Enter an amount above zero." : entry.Unapplied.Minor < 0 ? "More is applied than the check has." : null;
        _numberProblem = string.IsNullOrWhiteSpace(entry.Reference) ? "Enter the check number." : CardNumbers.Contains(entry.Reference) ? "This looks like a card number." : null;
        return _payerProblem is null && _amountProblem is null && _numberProblem is null && entry.Problems.Count == 0;
    }

    private async Task WarnAsync(CheckRunRow row)
    {
        _rowProblems.Remove(row.PaymentId);
        if (row.ToCommand(_receivedOn ?? Clock.Today) is { } command)
        {
            _duplicates[row.PaymentId] = await Payments.PossibleDuplicatesAsync(command, CancellationToken.None);
        }
    }

    private async Task EditAsync(CheckRunRow row)
    {
        var entry = NewEntry(row.PaymentId);
        if (row.Check.PayerId is { } payerId)
        {
            await LoadPayerAsync(entry, payerId, null);
        }

        entry.Restore(row.Check);
        (_entry, _isEditing, _isFocusDue) = (entry, true, true);
    }

    private Task RemoveAsync(CheckRunRow row)
    {
        _rows.RemoveAll(other => other.PaymentId == row.PaymentId);
        if (_entry?.PaymentId == row.PaymentId)
        {
            BeginEntry();
        }

        return SaveAsync();
    }

    private Task ConfirmAsync(CheckRunRow row)
    {
        var place = _rows.FindIndex(other => other.PaymentId == row.PaymentId);
        var twins = _rows.Where(other => other.PaymentId != row.PaymentId && other.Check.PayerId == row.Check.PayerId).Select(other => other.PaymentId);
        _rows[place] = row with { Confirmed = [.. (_duplicates.GetValueOrDefault(row.PaymentId) ?? []).Select(duplicate => duplicate.PaymentId), .. twins] };
        _rowProblems.Remove(row.PaymentId);
        return SaveAsync();
    }

    private Task SetControlTotalAsync(Money? total)
    {
        _controlTotal = total;
        return _rows.Count == 0 ? Task.CompletedTask : SaveAsync();
    }

    private Task SetReceivedOnAsync(DateOnly? on)
    {
        _receivedOn = on;
        return on is null || _rows.Count == 0 ? Task.CompletedTask : SaveAsync();
    }

    // One after the other, each with everything that was typed until then. Not cancelled when the person leaves.
    private Task SaveAsync() => _saving = SaveAfterAsync(_saving);

    private async Task SaveAfterAsync(Task earlier)
    {
        _waiting++;
        try
        {
            await earlier;
            var result = await Runs.SaveAsync(
                new SaveCheckRun(RunId, _version, _receivedOn ?? Clock.Today, _currency, _controlTotal, [.. _rows]) { Typing = Typing }, CancellationToken.None);
            switch (result)
            {
                case SaveCheckRunResult.Saved saved:
                    (_version, _problems, _isBegun) = (saved.Version, [], true);
                    break;
                case SaveCheckRunResult.Refused refused:
                    _problems = [refused.Reason];
                    await LoadAsync();
                    break;
                default:
                    throw new UnreachableException();
            }
        }
        finally
        {
            _waiting--;
        }
    }

    private async Task PostAsync()
    {
        if (_isPosting || _isPosted || _rows.Count == 0 || !IsBalanced || _dateProblem is not null)
        {
            _problems = IsBalanced ? [] : [_controlTotal is null ? "Type the total of the adding machine's tape first." : "The run is out of balance with the tape."];
            return;
        }

        _isPosting = true;
        StateHasChanged();
        try
        {
            await _saving;
            Show(await Runs.PostAsync(RunId, _version, CancellationToken.None)); // not cut off when the person leaves
            await LoadAsync();
        }
        finally
        {
            _isPosting = false;
        }
    }

    private void Show(PostCheckRunResult result)
    {
        _rowProblems.Clear();
        switch (result)
        {
            case PostCheckRunResult.Refused refused:
                _problems = [refused.Reason];
                break;
            case PostCheckRunResult.Posted posted:
                _problems = posted.IsComplete ? [] : ["Some checks need a look; the others are registered. Post again when they are right."];
                foreach (var (id, one) in posted.Results)
                {
                    Show(id, one);
                }

                if (posted.IsComplete)
                {
                    Toasts.Success($"{Counted} registered.", "finance/collection/payments");
                }

                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Show(Guid id, RegisterPaymentResult result)
    {
        if (result is RegisterPaymentResult.Refused refused)
        {
            _rowProblems[id] = string.Join(' ', refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture)));
        }
        else if (result is RegisterPaymentResult.NeedsConfirmation question)
        {
            _duplicates[id] = question.Duplicates;
        }
        else
        {
            _duplicates.Remove(id);
        }
    }

    private async Task DiscardAsync()
    {
        if (_isBegun
            && (!await ConfirmDialog.AskAsync(Dialogs, "Discard this check run?", "What was typed is lost; nothing of it is registered.", "Discard", "Keep it", isDangerous: true)
                || await Runs.DiscardAsync(RunId, CancellationToken.None) is { } problem && (_problems = [problem]).Count > 0))
        {
            return;
        }

        _isDiscarded = true;
        Navigation.NavigateTo("finance/collection/check-run");
    }
}
