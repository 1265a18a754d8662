using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Payments;

// The keys of the box: arrows point, Enter chooses and goes on.
public sealed partial class PayerBox
{
    private static bool IsByAmount(PayerChoice payer) => payer.Reason is PayerReason.OneInvoice or PayerReason.AddUp;

    private static bool IsByFigure(PayerChoice payer) => IsByAmount(payer) || payer.Reason is PayerReason.Reference or PayerReason.NextCheck;

    // As js/enter-moves-on.js has it: there the next key waits for the box that is said here.
    private static bool HasFigure(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Any(word => word.Any(char.IsAsciiDigit) && !word.Any(c => c == '-' || char.IsLetter(c)));

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _found.Count > 0:
                _active = (_active + 1) % _found.Count;
                break;
            case "ArrowUp" when _found.Count > 0:
                _active = (_active + _found.Count - 1) % _found.Count;
                break;
            case "Enter" when !key.IsComposing && !key.CtrlKey && _entering.IsCompleted:
                _entering = EnterAsync();
                await _entering;
                break;
        }
    }

    private async Task EnterAsync()
    {
        if (_foundFor != _text && _text != _shown?.Name)
        {
            await FindAsync(++_request); // typed and entered faster than the list could follow: its first line is another payer
            if (_found.Count > 1 && IsByFigure(_found[0]))
            {
                await StayAsync(); // several may have paid this: the list is open now, and a person chooses
                return;
            }
        }

        var isHeld = ReceivedOn is not null && HasFigure(_text);
        if (_found.Count > 0)
        {
            var payer = _found[_active];
            await ChooseAsync(payer);
            if (isHeld)
            {
                await GoOn.InvokeAsync(IsByAmount(payer));
            }
        }
        else if (isHeld)
        {
            await StayAsync();
        }
    }

    private async Task StayAsync()
    {
        _undecided++;
        _hasFocus = true;
        StateHasChanged();
        await _box.FocusAsync();
    }
}
