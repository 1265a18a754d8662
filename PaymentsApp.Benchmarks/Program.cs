using PaymentsApp.Benchmarks.Lists;
using PaymentsApp.Benchmarks.Matching;
using PaymentsApp.Benchmarks.Past;
using PaymentsApp.Benchmarks.Processes;
using PaymentsApp.Benchmarks.Register;
using PaymentsApp.Benchmarks.Screens;
using PaymentsApp.Benchmarks.Sums;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Benchmarks.Verify;

Benchmark[] benchmarks =
[
    new("register", "registering a payment, beside the same statements by hand", RegisterBenchmark.RunAsync),
    new("large-payment", "one payment over 10,000 invoices: register, read, explain, reverse", LargePaymentBenchmark.RunAsync),
    new("check-run", "forty checks typed one after the other", CheckRunBenchmark.RunAsync),
    new("lists", "every list with its sorts, filters and searches at two sizes", ListBenchmark.RunAsync),
    new("window", "the New payment window from opening to ready", WindowBenchmark.RunAsync),
    new("live", "a payment seen on 200 other screens", LiveBenchmark.RunAsync),
    new("memory", "server memory of an open screen, in a real browser", MemoryBenchmark.RunAsync),
    new("start", "from starting the published program to its first page", StartBenchmark.RunAsync),
    new("adds-up-to", "which open invoices an amount pays, at three sizes of an account", AddsUpBenchmark.RunAsync),
    new("verify", "the proof of all balances and of the audit log", VerifyBenchmark.RunAsync),
    new("payers", "who paid: by amount, check number and name, at two sizes", PayerBenchmark.RunAsync),
    new("as-of", "what was owed at a past moment, of one organization and of all", AsOfBenchmark.RunAsync),
    new("match-scale", "bank lines against a million open invoices", MatchScaleBenchmark.RunAsync),
    new("import", "a large file through the command line", ImportBenchmark.RunAsync),
];

if (args is [EmptyHost.Word, var published, .. var words])
{
    await EmptyHost.RunAsync(published, words);
    return 0;
}

if (args is [MatchCommand.Word, .. var matchWords])
{
    return MatchCommand.Run(matchWords);
}

var asked = args.FirstOrDefault();
if (benchmarks.All(benchmark => benchmark.Name != asked) && asked != "all")
{
    Console.Error.WriteLine("Usage: PaymentsApp.Benchmarks BENCHMARK [--cache FOLDER] [--small 10000] [--large 1000000] [--postgres CONNECTION] [--only TEXT]\n");
    foreach (var benchmark in benchmarks)
    {
        Console.Error.WriteLine($"  {benchmark.Name,-12}{benchmark.Summary}");
    }

    Console.Error.WriteLine($"  {"all",-12}one after the other");
    Console.Error.WriteLine($"  {MatchCommand.Word,-12}decides files of invoices and payments; its own options");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var options = BenchmarkOptions.Parse(args.Skip(1));
var report = new Report(Console.Out);
report.Begin();
foreach (var benchmark in benchmarks.Where(benchmark => asked == "all" || benchmark.Name == asked))
{
    try
    {
        await benchmark.RunAsync(options, report, stop.Token);
    }
    catch (Exception e) when (asked == "all" && !stop.IsCancellationRequested)
    {
        // One that cannot run, for want of a browser say, must not cost the figures of the others.
        await Console.Error.WriteLineAsync(e.ToString());
        report.Add(new Figure(benchmark.Name, "failed, see the error stream", string.Empty, null, string.Empty, Verdict.Missed));
    }
}

return report.Missed == 0 ? 0 : 1;
