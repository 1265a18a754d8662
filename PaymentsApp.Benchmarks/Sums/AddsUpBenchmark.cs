using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Benchmarks.Sums;

/// <summary>Which invoices add up to an amount, at three sizes of an account; with every explanation that is tried.</summary>
internal static class AddsUpBenchmark
{
    private const int WarmUps = 2;
    private const int Runs = 20;

    // The work for a question is always the same: the quickest time is the one in which nothing else ran.
    private const int Tries = 5;

    private static readonly (int Open, double Budget)[] Sizes = [(10, 50), (500, 50), (10_000, 200)];

    public static Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        foreach (var (open, budget) in Sizes)
        {
            foreach (var sums in SumCase.All)
            {
                cancel.ThrowIfCancellationRequested();
                report.Add(Measure(sums, open, budget, isAgency: false));
            }

            report.Add(Measure(SumCase.All[0], open, budget, isAgency: true));
            report.Add(Measure(SumCase.All[1], open, budget, isAgency: true));
        }

        return Task.CompletedTask;
    }

    private static Figure Measure(SumCase sums, int open, double budget, bool isAgency)
    {
        var timings = new Timings();
        var answers = new List<SumAnswer>();
        for (var run = -WarmUps; run < Runs; run++)
        {
            var random = new Random(run + 1_000);
            var items = sums.Items(random, open);
            var question = new SumQuestion(sums.Received(random, items), items)
            {
                CommissionBasisPoints = isAgency ? 1_500 : 0,
                KnownFeesMinor = isAgency ? [15_00, 25_00, 12_50] : [],
            };
            var (answer, elapsed) = Enumerable.Range(0, Tries).Select(_ => Ask(question)).MinBy(tried => tried.Elapsed);
            if (run >= 0)
            {
                timings.Add(elapsed);
                answers.Add(answer);
            }
        }

        var certain = answers.Count(answer => answer.Only is not null);
        var none = answers.Count(answer => answer is { Count: 0, IsComplete: true });
        var rivals = answers.Count(answer => answer.Count > 1);
        return new Figure(
            string.Create(CultureInfo.InvariantCulture, $"adds up to, {open:N0} open invoices: {sums.Name}{(isAgency ? "; commission, discounts and three fees" : "")}"),
            $"p50 {Timings.Text(timings.P50)}, longest {Timings.Text(timings.Longest)}; of {Runs}: {certain} certain, {none} proven none, {rivals} with rivals, {Runs - certain - none - rivals} open",
            string.Empty, null, string.Create(CultureInfo.InvariantCulture, $"≤ {budget:0} ms"),
            timings.Longest <= budget ? Verdict.Met : Verdict.Missed);
    }

    private static (SumAnswer Answer, TimeSpan Elapsed) Ask(SumQuestion question)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = AddsUp.Find(question);
        return (answer, Stopwatch.GetElapsedTime(started));
    }
}
