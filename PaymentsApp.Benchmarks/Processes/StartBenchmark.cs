using System.Diagnostics;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Security;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>From starting the process to having read the first page whole, over a database that exists.</summary>
internal static class StartBenchmark
{
    private const double BudgetMilliseconds = 3000;
    private const int Starts = 5;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        foreach (var readyToRun in new[] { false, true })
        {
            var program = await Publishing.PublishAsync(options, readyToRun, cancel);
            var data = await SeededDatabases.CopyAsync(options, options.Small, cancel);
            try
            {
                var timings = new Timings();
                for (var start = 0; start < Starts; start++)
                {
                    timings.Add(await UntilFirstPageAsync(program, data, cancel));
                }

                report.Add(new Figure(
                    $"start to first page, published{(readyToRun ? " with PublishReadyToRun" : string.Empty)}",
                    $"median {Timings.Text(timings.P50)}, longest {Timings.Text(timings.Longest)}", string.Empty, null, "≤ 3 s",
                    timings.Longest <= BudgetMilliseconds ? Verdict.Met : Verdict.Missed));
            }
            finally
            {
                SeededDatabases.Remove(data);
            }
        }
    }

    private static async Task<TimeSpan> UntilFirstPageAsync(string program, string data, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        await using var running = await RunningProgram.StartAsync(
            [Path.Combine(program, "PaymentsApp.dll")],
            new Dictionary<string, string> { ["Database:Folder"] = data, [$"{SecurityOptions.Section}:{nameof(SecurityOptions.AllowHttp)}"] = "true" },
            cancel);
        using var browser = new HttpClient { BaseAddress = running.Address };
        var page = await browser.GetStringAsync("/", cancel);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return page.Contains("</html>", StringComparison.Ordinal) ? elapsed : throw new InvalidOperationException($"Not a page:\n{page}");
    }
}
