using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Layout;
using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments;

// What is typed is kept on the server while it is typed, and is gone with a save or a cancel.
public sealed partial class NewPaymentDialog
{
    private KeepSoon? _keeping;
    private string? _kept; // what the database has of this window; null: nothing
    private Guid _heldId; // what other tabs do not offer
    private bool _isLeft; // saved or cancelled: nothing more is kept

    [Inject] private DraftService Drafts { get; set; } = default!;

    [Inject] private OpenWindows Windows { get; set; } = default!;

    [Inject] private Connection Line { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    protected override void Dispose(bool disposing)
    {
        // The circuit is gone, or the page: neither saved nor cancelled.
        if (disposing && _isReady && !_isLeft)
        {
            _ = Keeping.RunAsync(KeepAsync);
        }

        Windows.Release(_heldId, Line);
        _keeping?.Dispose();
        base.Dispose(disposing);
    }

    private KeepSoon Keeping => _keeping ??= new KeepSoon(Time, () => InvokeAsync(() => Keeping.RunAsync(KeepAsync)));

    private void HoldWindow()
    {
        Windows.Release(_heldId, Line);
        _heldId = _draft.PaymentId;
        Windows.Hold(_heldId, Line);
    }

    private void KeepDraftSoon()
    {
        if (_isReady && _draft.IsTouched && !_isLeft && !Closing.IsCancellationRequested)
        {
            Keeping.Changed();
        }
    }

    private async Task KeepAsync()
    {
        var (draft, content) = (_draft, _draft.ToContent());
        var text = content.Encode();
        if (_isLeft || !draft.IsTouched || text == _kept)
        {
            return;
        }

        try
        {
            // Not cancelled when the screen goes: that is when it is needed.
            if (await Drafts.KeepAsync(draft.PaymentId, content, CancellationToken.None))
            {
                _kept = text;
                if (!Closing.IsCancellationRequested)
                {
                    StateHasChanged(); // says that it is kept
                }
            }
        }
        catch (Exception e)
        {
            Log.DraftNotKept(e, draft.PaymentId); // the rim: typing goes on
        }
    }

    private async Task ForgetDraftAsync()
    {
        _isLeft = true;
        await Keeping.RunAsync(async () =>
        {
            try
            {
                if (_kept is not null)
                {
                    await Drafts.DiscardAsync(_draft.PaymentId, CancellationToken.None);
                }
            }
            catch (Exception e)
            {
                Log.DraftNotKept(e, _draft.PaymentId); // it is offered once more, and says whether it was registered
            }
        });
        _kept = null;
    }

    private async Task<DraftContent?> FindDraftAsync(Guid? draftId)
    {
        (_isLeft, _kept) = (false, null);
        return draftId is { } id ? await Drafts.FindAsync(id, Closing) : null;
    }

    private async Task RestoreAsync(DraftContent content)
    {
        if (content.PayerId is { } payerId)
        {
            await LoadPayerAsync(payerId, null, content.Currency);
        }
        else
        {
            _draft.ChoosePayer(null, content.Currency, []); // amounts are of this currency
        }

        _kept = content.Encode();
        if (_draft.Restore(content) is > 0 and var lost)
        {
            _notices.Add(lost == 1
                ? "One invoice that was ticked is not open any more."
                : $"{lost.ToString("N0", CultureInfo.CurrentCulture)} invoices that were ticked are not open any more.");
        }
    }
}
