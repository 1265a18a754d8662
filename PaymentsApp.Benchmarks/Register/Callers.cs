using System.Diagnostics;
using PaymentsApp.Benchmarks.Support;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>Several callers who each do the same thing again and again.</summary>
internal static class Callers
{
    /// <summary>Adds how long each call took to the timings; answers what all of it took.</summary>
    public static async Task<Spent> RunAsync(IReadOnlyList<Func<Task>> callers, int callsEach, Timings timings)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(callers.Select(call => Task.Run(async () =>
        {
            for (var done = 0; done < callsEach; done++)
            {
                var calledAt = Stopwatch.GetTimestamp();
                await call();
                timings.Add(Stopwatch.GetElapsedTime(calledAt));
            }
        })));
        return new Spent(Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
    }
}
