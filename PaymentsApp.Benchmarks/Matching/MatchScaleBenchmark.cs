using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Banking.Matching;
using PaymentsApp.Benchmarks.Support;

namespace PaymentsApp.Benchmarks.Matching;

/// <summary>What matching costs: a million open invoices and a hundred thousand lines, one line on a screen, the worst payer.</summary>
internal static class MatchScaleBenchmark
{
    private const int Payers = 50_000;
    private const int Lines = 100_000;
    private const int WorstPayerItems = 20_000;
    private const int SingleLines = 400;

    // The server's collector takes what memory the machine has. To see what the work needs, a process of its own has this much.
    private const string LimitName = "DOTNET_GCHeapHardLimit";
    private const string Limit = "0x1C000000";

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable(LimitName) is null)
        {
            await AloneAsync(options, report, cancel);
            return;
        }

        var random = new Random(20_260_101);
        var payers = Enumerable.Range(0, Payers).Select(id => new MatchPayer(id, [$"{Words[id % Words.Length]} {Words[id / Words.Length % Words.Length]} {id} Ltd"])).ToList();
        var invoices = Enumerable.Range(0, options.Large).Select(id => Invoice(random, id, id < WorstPayerItems ? 0 : random.Next(1, Payers))).ToArray();
        var lines = ScaleLines.Make(random, Lines, payers, invoices);

        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var index = MatchIndex.Build(invoices, payers, MatchMemory.Empty);
        var indexed = Stopwatch.GetElapsedTime(started);
        var decisions = MatchRun.Decide(index, lines);
        var elapsed = Stopwatch.GetElapsedTime(started);
        self.Refresh();
        cpu = self.TotalProcessorTime - cpu;
        var megabytes = self.PeakWorkingSet64 / 1_048_576.0;
        var auto = decisions.Count(decision => decision.Kind == MatchDecisionKind.Auto);

        report.Add(new Figure(
            string.Create(CultureInfo.InvariantCulture, $"matching, {invoices.Length:N0} open invoices, {lines.Count:N0} lines: index and match"),
            string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.00} s (index {indexed.TotalSeconds:0.00} s), {cpu.TotalSeconds:0.00} s of processor time; {auto:N0} auto"),
            string.Empty, null, "≤ 5 s", elapsed.TotalSeconds <= 5 ? Verdict.Met : Verdict.Missed));
        report.Add(new Figure(
            "the same, peak memory of the process with invoices and lines", string.Create(CultureInfo.InvariantCulture, $"{megabytes:0} MB"),
            string.Empty, null, "≤ 512 MB", megabytes <= 512 ? Verdict.Met : Verdict.Missed));
        cancel.ThrowIfCancellationRequested();

        report.Add(Single("one line on the screen", index, lines.Take(SingleLines), percentile95: true, 30));
        report.Add(Single(
            string.Create(CultureInfo.InvariantCulture, $"a line of the worst payer, {WorstPayerItems:N0} open items, number faulty or missing"), index,
            ScaleLines.OfWorstPayer(random, payers[0], invoices, WorstPayerItems), percentile95: false, 50));
    }

    private static async Task AloneAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        // Started by `dotnet`, the path of the process is that of `dotnet`: the program of its own name lies beside the library.
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(MatchScaleBenchmark).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null), ["match-scale", "--large", options.Large.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        (start.Environment[LimitName], start.Environment["DOTNET_gcServer"], start.Environment["DOTNET_gcConcurrent"]) = (Limit, "0", "0");
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } row)
        {
            if (row.Split('|') is [_, var what, var measured, _, _, var budget, var verdict, _] && verdict.Trim() is ("met" or "**missed**"))
            {
                report.Add(new Figure(what.Trim(), measured.Trim(), string.Empty, null, budget.Trim(), verdict.Contains("missed", StringComparison.Ordinal) ? Verdict.Missed : Verdict.Met));
            }
        }

        await process.WaitForExitAsync(cancel);
    }

    private static readonly string[] Words =
        [.. from first in new[] { "Ar", "Bel", "Cor", "Dal", "Em", "Fen", "Gol", "Hal" } from second in new[] { "ton", "mer", "vik", "dale", "stone", "lin", "gate", "ford" } select first + second];

    private static MatchInvoice Invoice(Random random, int id, int payer)
    {
        var issuedOn = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
        return new MatchInvoice(id, payer, [string.Create(CultureInfo.InvariantCulture, $"RE{issuedOn.Year}-{1_000_000 + id}")], "EUR", Amount(random), issuedOn, issuedOn.AddDays(30));
    }

    // A fifth are list prices, which many invoices share.
    private static long Amount(Random random) =>
        random.Next(5) == 0 ? (random.Next(20) + 1) * 4_900 : (long)(Math.Exp(random.NextDouble() * 7) * 5_000) + random.Next(100);

    private static Figure Single(string what, MatchIndex index, IEnumerable<MatchLine> lines, bool percentile95, double budget)
    {
        var timings = new Timings();
        foreach (var line in lines)
        {
            // The work is always the same: the quickest of a few is the one in which nothing else ran.
            timings.Add(Enumerable.Range(0, 3).Select(_ => Time(index, line)).Min());
        }

        var measured = percentile95 ? timings.P95 : timings.Longest;
        return new Figure(
            what, $"p50 {Timings.Text(timings.P50)}, p95 {Timings.Text(timings.P95)}, longest {Timings.Text(timings.Longest)}", string.Empty, null,
            string.Create(CultureInfo.InvariantCulture, $"{(percentile95 ? "p95" : "longest")} ≤ {budget:0} ms"), measured <= budget ? Verdict.Met : Verdict.Missed);
    }

    private static TimeSpan Time(MatchIndex index, MatchLine line)
    {
        var started = Stopwatch.GetTimestamp();
        MatchRun.Decide(index, [line]);
        return Stopwatch.GetElapsedTime(started);
    }
}
