using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components;

/// <summary>Shows <see cref="Toasts"/>; each goes by itself after a while, but not while pointed at or focused.</summary>
public sealed partial class ToastHost : ComponentBase, IDisposable
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan UndoShownFor = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, ITimer> _timers = [];

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    protected override void OnInitialized() => Toasts.Changed += OnChanged;

    public void Dispose()
    {
        Toasts.Changed -= OnChanged;
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }
    }

    private static string ShapeOf(StatusTone tone) => tone == StatusTone.Good ? Icons.Check : Icons.Info;

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        foreach (var gone in _timers.Keys.Except(Toasts.Shown.Select(toast => toast.Id)).ToList())
        {
            Stop(gone);
        }

        foreach (var toast in Toasts.Shown.Where(toast => !_timers.ContainsKey(toast.Id)))
        {
            Release(toast);
        }

        StateHasChanged();
    });

    // The latest one that can be taken back; its key is U.
    private Toast? Undoable => Toasts.Shown.LastOrDefault(toast => toast.Undo is not null);

    // Closed first: a second press finds nothing to undo.
    private async Task UndoAsync(Toast toast)
    {
        Toasts.Close(toast.Id);
        if (toast.Undo is { } undo)
        {
            await undo();
        }
    }

    private void Hold(Toast toast) => Stop(toast.Id);

    private void Release(Toast toast)
    {
        Stop(toast.Id);
        _timers[toast.Id] = Time.CreateTimer(
            _ => _ = InvokeAsync(() => Toasts.Close(toast.Id)), null, toast.Undo is null ? ShownFor : UndoShownFor, Timeout.InfiniteTimeSpan);
    }

    private void Stop(Guid id)
    {
        if (_timers.Remove(id, out var timer))
        {
            timer.Dispose();
        }
    }
}
