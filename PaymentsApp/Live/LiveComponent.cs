using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Live;

/// <summary>
/// A screen that stays true while others work: it hears of every saved change and reloads its own query. A storm of
/// changes arrives gathered (see <see cref="PaymentFeed.GatherFor"/>), one reload at a time.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private const int AttemptsMax = 3;

    private readonly CancellationTokenSource _closing = new();
    private IDisposable? _subscription;

    protected LiveComponent() => Closing = _closing.Token; // kept: the source's Token throws once disposed

    [Inject] private PaymentFeed Feed { get; set; } = default!;

    [Inject] private ILogger<LiveComponent> Logger { get; set; } = default!;

    /// <summary>Ends with the screen; for reads. A save goes on when the user leaves.</summary>
    protected CancellationToken Closing { get; }

    // Subscribes before the first load, so a payment saved in between is not missed, and here rather than in
    // OnInitialized, which a screen may override without calling the base.
    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (_subscription is null && RendererInfo.IsInteractive && !Closing.IsCancellationRequested)
        {
            _subscription = Feed.Subscribe(changes => InvokeAsync(() => ReloadAsync(changes)));
        }

        return base.SetParametersAsync(parameters);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Whether a change can alter what this screen shows. Cheap: no query here. By itself a screen does not hear of what moves no balance and has
    /// screens of its own.
    /// </summary>
    protected virtual bool Concerns(PaymentChange change) =>
        change.Kind is not (PaymentChangeKind.SessionsEnded or PaymentChangeKind.BankLinesChanged or PaymentChangeKind.MailChanged);

    /// <summary>
    /// Reload the screen's own query (never patch rows from the message); it is rendered afterwards. The changes are
    /// those that concern it, at least one, in order; their ids serve for a highlight.
    /// </summary>
    protected abstract Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_closing.IsCancellationRequested)
        {
            _subscription?.Dispose();
            _closing.Cancel();
            _closing.Dispose();
        }
    }

    private async Task ReloadAsync(IReadOnlyList<PaymentChange> changes)
    {
        SharedReads.AllowHere(); // all screens that show the same reload now
        for (var attempt = 1; !Closing.IsCancellationRequested; attempt++)
        {
            var mine = changes.Where(Concerns).ToList();
            if (mine.Count == 0)
            {
                return;
            }

            try
            {
                await OnPaymentsChangedAsync(mine);
                StateHasChanged();
                return;
            }
            catch (Exception) when (Closing.IsCancellationRequested)
            {
                return; // the user left while the query ran
            }
            catch (Exception e) when (attempt < AttemptsMax)
            {
                // A hiccup of the database must not replace a half-filled window by an error page.
                Logger.ReloadRetried(e, GetType().Name, attempt);
            }
            catch (Exception e)
            {
                Logger.ReloadFailed(e, GetType().Name);
                await DispatchExceptionAsync(e); // to the error boundary
                return;
            }

            await Task.Delay(attempt * PaymentFeed.GatherFor, Closing)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }
}
