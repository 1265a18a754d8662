using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Benchmarks.Support;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>The published program's "import invoices" over a large file: lines a second, and the most memory it ever took.</summary>
internal static class ImportBenchmark
{
    private const int LinesPerCustomer = 50;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var program = await Publishing.PublishAsync(options, readyToRun: false, cancel);
        var folder = Directory.CreateTempSubdirectory("payments-benchmark-").FullName;
        try
        {
            foreach (var lines in new[] { options.Small, options.Large })
            {
                var file = Path.Combine(folder, "invoices.csv");
                await WriteAsync(file, lines, cancel);
                var started = Stopwatch.GetTimestamp();
                var peakBytes = await ImportAsync(program, file, Path.Combine(folder, lines.ToString(CultureInfo.InvariantCulture)), cancel);
                var elapsed = Stopwatch.GetElapsedTime(started);
                report.Add(Figure.Of(
                    string.Create(CultureInfo.InvariantCulture, $"import of {lines:N0} lines"),
                    string.Create(CultureInfo.InvariantCulture, $"{lines / elapsed.TotalSeconds:N0} lines/s, {elapsed.TotalSeconds:0.0} s, at most {peakBytes / 1048576} MB")));
            }
        }
        finally
        {
            SeededDatabases.Remove(folder);
        }
    }

    private static async Task WriteAsync(string file, int lines, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("Customer number,Customer name,Invoice number,Invoice date,Due date,Currency,Amount");
        var firstDay = new DateOnly(2025, 1, 1);
        for (var line = 0; line < lines; line++)
        {
            var issuedOn = firstDay.AddDays(line % 600);
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"C{line / LinesPerCustomer:D6},Customer {line / LinesPerCustomer:D6},IMP-{line:D8},{issuedOn:yyyy-MM-dd},{issuedOn.AddDays(30):yyyy-MM-dd},USD,{100 + (line % 900)}.{line % 100:D2}").AsMemory(), cancel);
        }
    }

    private static async Task<long> ImportAsync(string program, string file, string data, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "PaymentsApp.dll"), "import", "invoices", file])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Database__Folder"] = data;
        using var import = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var output = import.StandardOutput.ReadToEndAsync(cancel);
        long peakBytes = 0;
        while (!import.WaitForExit(TimeSpan.FromMilliseconds(100)))
        {
            import.Refresh();
            peakBytes = Math.Max(peakBytes, import.HasExited ? 0 : import.PeakWorkingSet64);
        }

        var said = await output;
        return import.ExitCode == 0 ? peakBytes : throw new InvalidOperationException($"Not imported:\n{said}");
    }
}
