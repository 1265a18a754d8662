namespace PaymentsApp.Payments.Drafts;

/// <summary>
/// Runs what keeps a screen's state a moment after a change, however many changes come within it; one run at a time. Belongs to one circuit.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="keep">On the circuit's own context; never throws.</param>
public sealed class KeepSoon(TimeProvider time, Func<Task> keep) : IDisposable
{
    /// <summary>What was typed waits at most so long. A process that dies takes no more than this with it.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(400);

    private ITimer? _timer;
    private Task _running = Task.CompletedTask;

    /// <summary>Something changed.</summary>
    public void Changed() => _timer ??= time.CreateTimer(_ => _ = keep(), null, Delay, Timeout.InfiniteTimeSpan);

    /// <summary>Runs at once, after a run that is under way.</summary>
    /// <param name="body">Keeps, or forgets.</param>
    public Task RunAsync(Func<Task> body)
    {
        Stop();
        return _running = AfterAsync(_running, body);
    }

    public void Dispose() => Stop();

    private static async Task AfterAsync(Task earlier, Func<Task> body)
    {
        await earlier;
        await body();
    }

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
