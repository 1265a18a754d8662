using System.Globalization;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>Durations of one kind, in milliseconds. Safe for several callers.</summary>
internal sealed class Timings
{
    private readonly List<double> _all = [];
    private readonly Lock _lock = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _all.Count;
            }
        }
    }

    public double P50 => Percentile(50);

    public double P95 => Percentile(95);

    public double Longest => Percentile(100);

    /// <summary>How it is written in the table.</summary>
    public static string Text(double milliseconds) =>
        milliseconds.ToString(milliseconds < 10 ? "0.00" : milliseconds < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";

    public void Add(TimeSpan duration)
    {
        lock (_lock)
        {
            _all.Add(duration.TotalMilliseconds);
        }
    }

    private double Percentile(int percent)
    {
        lock (_lock)
        {
            var sorted = _all.Order().ToList();
            return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
        }
    }
}
