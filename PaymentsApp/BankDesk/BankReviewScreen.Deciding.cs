using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.BankDesk;

// What the keys and buttons do. Each decision goes on to the next line that nobody else looks at.
public sealed partial class BankReviewScreen
{
    private Guid? _lastDecided;
    private int _decided;
    private bool _isBusy;

    // What is not shown yet is not accepted: a second press of Enter must not decide a line that nobody has seen.
    private Task OpenAsync(string key) => Guid.TryParse(key, out var id) && _line?.Id == id && _selected == id ? AcceptAsync() : Task.CompletedTask;

    private Task AcceptAsync() => _line is { } line && BankLineStates.IsOpen(line.State) && (line.Decision?.Proposals.Count > 0 || line.Decision?.Returns.Count > 0)
        ? DecideAsync(line.Id, () => Review.AcceptAsync(line.Id, _chosen, [.. _duplicates.Select(duplicate => duplicate.PaymentId)], CancellationToken.None))
        : Task.CompletedTask;

    private Task NotReceiptAsync() => _line is { } line && BankLineStates.IsOpen(line.State)
        ? DecideAsync(line.Id, () => Review.MarkNotReceiptAsync(line.Id, CancellationToken.None))
        : Task.CompletedTask;

    private Task LeaveAsync() => _line is { } line && BankLineStates.IsOpen(line.State)
        ? DecideAsync(line.Id, () => Review.LeaveAsync(line.Id, CancellationToken.None))
        : Task.CompletedTask;

    // The chosen line when it is decided, else the last one that this screen decided.
    private Task UndoAsync() => _line is { } line && !BankLineStates.NeedsYou.Contains(line.State) ? UndoLineAsync(line.Id)
        : _lastDecided is { } last ? UndoLineAsync(last)
        : Task.CompletedTask;

    private async Task UndoLineAsync(Guid lineId)
    {
        await DecideAsync(lineId, () => Review.UndoAsync(lineId, CancellationToken.None), "Undone.");
        _lastDecided = null;
        if (_problem is null && _page!.Lines.Any(line => line.Id == lineId))
        {
            _focusDue = lineId;
        }
    }

    private async Task EditAsync()
    {
        if (_line is not { } line || _isBusy)
        {
            return;
        }

        if (await Review.WindowAsync(line.Id, _chosen, Closing) is not { } window)
        {
            _line = await Queries.LineAsync(line.Id, Closing) ?? line; // shown as it is now: decided, or money that went out
            return;
        }

        await NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.Filled(window.PaymentId, window.Content));
        var next = NextAfter(line.Id);
        var taken = await Review.TakeAsync(line.Id, CancellationToken.None);
        if (taken is BankReviewResult.Done)
        {
            _lastDecided = line.Id;
            await GoOnAsync(line.Id, next);
        }
        else
        {
            _problem = taken is BankReviewResult.Refused { Reason: { Length: > 0 } reason } ? reason : null;
            _focusDue = line.Id;
        }
    }

    private async Task DecideAsync(Guid lineId, Func<Task<BankReviewResult>> decide, string? said = null)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _problem) = (true, null);
        StateHasChanged();
        var next = NextAfter(lineId);
        try
        {
            switch (await decide())
            {
                case BankReviewResult.Done done:
                    _lastDecided = lineId;
                    if ((done.PaymentNumber is { } number ? $"Payment {PaymentNumber.Format(number)} registered." : said) is { } words)
                    {
                        Toasts.Success(words, said is null ? () => UndoLineAsync(lineId) : null);
                    }

                    await GoOnAsync(lineId, next);
                    break;
                case BankReviewResult.Asks asks:
                    _duplicates = asks.Duplicates;
                    break;
                case BankReviewResult.Refused refused:
                    _problem = refused.Reason;
                    _line = await Queries.LineAsync(lineId, Closing) ?? _line;
                    break;
            }
        }
        catch (Exception e) when (!Closing.IsCancellationRequested)
        {
            Log.DecisionFailed(e, lineId); // the rim: the line is there, and trying again registers nothing twice
            _problem = "This could not be saved just now. Try again: nothing is registered twice.";
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task GoOnAsync(Guid lineId, Guid? next)
    {
        _decided++;
        await LoadAsync();
        if (_page!.Lines.All(line => line.Id != lineId))
        {
            (_line, _selected) = (null, null); // shown again when the focus is on the next one
        }
        else
        {
            _line = await Queries.LineAsync(lineId, Closing);
        }

        _focusDue = next is { } there && _page.Lines.Any(line => line.Id == there) ? there : _page.Lines.Count > 0 ? _page.Lines[^1].Id : null;
        StateHasChanged();
    }

    // Nobody is blocked: lines that a colleague looks at are passed over.
    private Guid? NextAfter(Guid lineId)
    {
        var lines = _page!.Lines;
        var at = lines.Index().FirstOrDefault(pair => pair.Item.Id == lineId, (Index: lines.Count - 1, Item: null!)).Index;
        return lines.Skip(at + 1).Concat(lines.Take(Math.Max(0, at)).Reverse()).FirstOrDefault(line => line.HeldBy is null)?.Id;
    }

}
