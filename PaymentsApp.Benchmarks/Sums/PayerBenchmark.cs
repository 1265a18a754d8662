using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Benchmarks.Sums;

/// <summary>Who paid: what the window's first box asks for while somebody types.</summary>
internal static class PayerBenchmark
{
    private const double Budget = 50;
    private const int WarmUps = 3;
    private const int Runs = 15;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        await using var small = await ProgramServices.OpenAsync(await SeededDatabases.FolderAsync(options, options.Small, cancel), cancel);
        await using var large = await ProgramServices.OpenAsync(await SeededDatabases.FolderAsync(options, options.Large, cancel), cancel);
        foreach (var (who, find) in People)
        {
            var (onSmall, onLarge) = (await find(small, cancel), await find(large, cancel));
            foreach (var (what, text) in await TextsAsync(large, onLarge, cancel))
            {
                report.Add(FigureOf(what, who, await TimeAsync(small, onSmall, text, cancel), await TimeAsync(large, onLarge, text, cancel), options));
            }
        }
    }

    private static IEnumerable<(string Who, Func<ProgramServices, CancellationToken, Task<Person>> Find)> People =>
    [
        ("Finance", (program, cancel) => program.FinanceAsync(cancel)),
        ("rep", (program, cancel) => program.RepAsync(cancel)),
    ];

    // Amounts of real invoices: one that many have, the sum of three of one account, and one that nobody owes.
    private static async Task<List<(string What, string Text)>> TextsAsync(ProgramServices program, Person person, CancellationToken cancel)
    {
        await using var db = await program.Contexts.CreateDbContextAsync(cancel);
        var isRep = await db.Organizations.AnyAsync(organization => organization.OwnerId == person.Id, cancel);
        var account = await db.OrganizationBalances
            .Where(balance => balance.OpenCount >= 4 && balance.OpenCount < 12 && db.Organizations.Any(organization =>
                organization.Id == balance.OrganizationId && (!isRep || organization.OwnerId == person.Id)))
            .OrderBy(balance => balance.OrganizationId).Select(balance => balance.OrganizationId).FirstAsync(cancel);
        var open = await db.Invoices.Where(invoice => invoice.OrganizationId == account && invoice.OutstandingMinor > 0)
            .OrderBy(invoice => invoice.Id).Select(invoice => invoice.OutstandingMinor).ToListAsync(cancel);
        var common = await db.Invoices.Where(invoice => invoice.OutstandingMinor > 0).GroupBy(invoice => invoice.OutstandingMinor)
            .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstAsync(cancel);
        return
        [
            ("the amount of one invoice", Text(open[0])),
            ("the amount that most invoices have", Text(common)),
            ("the sum of three invoices", Text(open.Take(3).Sum())),
            ("a large amount that nobody owes", "912,345.67"),
            ("a small amount that nobody owes", "3.17"),
            ("an amount and part of a name", Text(common) + " motors"),
            ("a number that may be a check", "1042"),
            ("part of a name", "motors"),
        ];

        static string Text(long minor) => MoneyText.Figure(new Money(minor, "USD"), CultureInfo.InvariantCulture);
    }

    private static async Task<Timings> TimeAsync(ProgramServices program, Person person, string text, CancellationToken cancel)
    {
        await using var scope = program.For(person);
        var queries = scope.ServiceProvider.GetRequiredService<PayerQueries>();
        var today = program.Services.GetRequiredService<CompanyClock>().Today;
        var timings = new Timings();
        for (var run = -WarmUps; run < Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            await queries.WhoPaidAsync(text, today, CultureInfo.InvariantCulture, cancel);
            (run < 0 ? new Timings() : timings).Add(Stopwatch.GetElapsedTime(started));
        }

        return timings;
    }

    private static Figure FigureOf(string what, string who, Timings small, Timings large, BenchmarkOptions options) => new(
        $"who paid, by {what}, {who}, {options.Large.ToString("N0", CultureInfo.InvariantCulture)} invoices",
        $"p50 {Timings.Text(large.P50)}, p95 {Timings.Text(large.P95)}",
        $"p50 {Timings.Text(small.P50)} at {options.Small.ToString("N0", CultureInfo.InvariantCulture)}",
        large.P50 / small.P50, "p95 ≤ 50 ms", large.P95 <= Budget ? Verdict.Met : Verdict.Missed);
}
