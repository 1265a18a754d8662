using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Collection.Outstanding;
using PaymentsApp.Data;
using PaymentsApp.Data.Past;
using PaymentsApp.Domain;

namespace PaymentsApp.Benchmarks.Past;

/// <summary>What was owed at a past moment: of one organization, of all, and as known at a past moment.</summary>
internal static class AsOfBenchmark
{
    private const double OneBudget = 100;
    private const double AllBudget = 5_000;
    private const int WarmUps = 2;
    private const int Organizations = 20;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        await using var program = await ProgramServices.OpenAsync(await SeededDatabases.FolderAsync(options, options.Large, cancel), cancel);
        await using var scope = program.For(await program.FinanceAsync(cancel));
        var queries = scope.ServiceProvider.GetRequiredService<OutstandingQueries>();
        var clock = program.Services.GetRequiredService<CompanyClock>();
        await using var db = await program.Contexts.CreateDbContextAsync(cancel);
        var organizations = await db.OrganizationBalances.Where(balance => balance.OpenCount > 0).OrderBy(balance => balance.OrganizationId)
            .Select(balance => balance.OrganizationId).Distinct().Take(Organizations).ToListAsync(cancel);
        foreach (var (what, at) in Moments(clock))
        {
            var one = new Timings();
            foreach (var (run, id) in organizations.Index())
            {
                var started = Stopwatch.GetTimestamp();
                await db.OpenInvoices(at, id).ToListAsync(cancel);
                await db.UnappliedCredits(at, id).ToListAsync(cancel);
                (run < WarmUps ? new Timings() : one).Add(Stopwatch.GetElapsedTime(started));
            }

            report.Add(new Figure(
                $"one organization {what}, {Count(options.Large)} invoices", $"p50 {Timings.Text(one.P50)}, p95 {Timings.Text(one.P95)}", string.Empty, null,
                "p95 ≤ 100 ms", one.P95 <= OneBudget ? Verdict.Met : Verdict.Missed));

            var all = new Timings();
            for (var run = 0; run < 3; run++)
            {
                var started = Stopwatch.GetTimestamp();
                var past = await queries.PastAsync(at, null, cancel);
                await queries.PastPageAsync(past, new OutstandingList(), cancel);
                all.Add(Stopwatch.GetElapsedTime(started));
            }

            report.Add(new Figure(
                $"all organizations {what}, with the first page, {Count(options.Large)} invoices", $"p50 {Timings.Text(all.P50)}, longest {Timings.Text(all.Longest)}",
                string.Empty, null, "≤ 5 s", all.Longest <= AllBudget ? Verdict.Met : Verdict.Missed));
        }
    }

    private static IEnumerable<(string What, AsOf At)> Moments(CompanyClock clock) =>
    [
        ("as of 30 days ago", new AsOf(clock.Today.AddDays(-30))),
        ("as of a year ago", new AsOf(clock.Today.AddYears(-1))),
        ("as of 30 days ago, as known now", new AsOf(clock.Today.AddDays(-30), clock.Now)),
    ];

    private static string Count(int invoices) => invoices.ToString("N0", CultureInfo.InvariantCulture);
}
