using PaymentsApp.Domain;
using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments.CheckRuns;

// What is typed in the line is kept while it is typed, not only with Enter.
public sealed partial class CheckRunEntry
{
    private KeepSoon? _keeping;
    private string? _kept; // what the database has of the line; null: nothing
    private bool _isBegun; // the run is in the database, maybe only with a line that is being typed

    private KeepSoon Keeping => _keeping ??= new KeepSoon(Time, () => InvokeAsync(() => Keeping.RunAsync(KeepTypingAsync)));

    /// <summary>The line as far as it is typed; null for an empty one, and for a check that is being changed.</summary>
    private CheckRunRow? Typing => _entry is { } entry && !_isEditing && (entry.Payer is not null || entry.Amount is not null || !string.IsNullOrWhiteSpace(entry.Reference))
        ? new CheckRunRow(entry.PaymentId, entry.ToContent())
        : null;

    protected override void Dispose(bool disposing)
    {
        if (disposing && _entry is not null && !_isPosted && !_isDiscarded)
        {
            _ = Keeping.RunAsync(KeepTypingAsync); // the circuit is gone, or the page
        }

        _keeping?.Dispose();
        base.Dispose(disposing);
    }

    private void SetCheckNumber(string? text)
    {
        _entry!.Reference = text ?? "";
        _numberProblem = null;
        KeepTypingSoon();
    }

    private void TypeAmount(Money? amount)
    {
        _entry!.TypeAmount(amount);
        KeepTypingSoon();
    }

    private void KeepTypingSoon()
    {
        if (!_isPosted && !_isPosting && !Closing.IsCancellationRequested)
        {
            Keeping.Changed();
        }
    }

    private async Task KeepTypingAsync()
    {
        var typing = Typing;
        var text = typing?.Check.Encode();
        if (_isPosted || _isDiscarded || text == _kept)
        {
            return;
        }

        try
        {
            await _saving; // what is a check by now is no longer typed
            // Not cancelled when the person leaves: what was typed must not be lost.
            if (await Runs.KeepTypingAsync(RunId, _receivedOn ?? Clock.Today, _currency, typing, CancellationToken.None))
            {
                (_kept, _isBegun) = (text, true);
            }
        }
        catch (Exception e)
        {
            // The rim: the line still has it, and the next key tries again.
            Log.DraftNotKept(e, typing?.PaymentId ?? RunId);
        }
    }

    // What was being typed when the screen went away is in the line again.
    private async Task RestoreTypingAsync(CheckRunRow typing)
    {
        var entry = NewEntry(typing.PaymentId);
        if (typing.Check.PayerId is { } payerId)
        {
            await LoadPayerAsync(entry, payerId, null);
        }

        entry.Restore(typing.Check);
        (_entry, _kept) = (entry, typing.Check.Encode());
    }
}
