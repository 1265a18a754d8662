namespace PaymentsApp.CommandLine;

/// <summary>
/// Keeps a command small that works beside the server. The program runs with the server's garbage collector, which takes
/// what the machine has before it cleans up; this makes it clean up when more than the allowance is in use.
/// </summary>
internal sealed class MemoryGuard : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Timer _timer;
    private readonly long _allowance;
    private long _kept;
    private int _isBusy;

    /// <param name="allowance">Bytes from which on it cleans up.</param>
    public MemoryGuard(long allowance)
    {
        _allowance = allowance;
        _timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (Interlocked.Exchange(ref _isBusy, 1) == 1)
        {
            return;
        }

        // Again only when a sixth more is in use than the last time left: else it would do nothing but clean up.
        if (GC.GetTotalMemory(forceFullCollection: false) > Math.Max(_allowance, _kept + (_kept / 6)))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _kept = GC.GetTotalMemory(forceFullCollection: false);
        }

        Volatile.Write(ref _isBusy, 0);
    }
}
