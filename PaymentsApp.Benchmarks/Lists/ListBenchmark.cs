using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Benchmarks.Lists;

/// <summary>
/// Every list with its sorts, filters and searches at two sizes, as Finance, as the rep with most clients and as one with few.
/// A row of the result is the worst of its kind; the rest goes to the error stream.
/// </summary>
internal static class ListBenchmark
{
    private const int WarmUps = 2;
    private const int Runs = 11;
    private const int FewClients = 20;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        await using (var small = await ProgramServices.OpenAsync(await SeededDatabases.FolderAsync(options, options.Small, cancel), cancel))
        {
            await using var large = await ProgramServices.OpenAsync(await SeededDatabases.FolderAsync(options, options.Large, cancel), cancel);
            await CompareAsync(small, large, string.Empty, options, report, cancel);
        }

        if (options.Postgres.Length > 0)
        {
            await using var small = await SeededDatabases.OpenPostgresAsync(options, options.Small, cancel);
            await using var large = await SeededDatabases.OpenPostgresAsync(options, options.Large, cancel);
            await CompareAsync(small, large, ", PostgreSQL", options, report, cancel);
        }
    }

    private static async Task CompareAsync(
        ProgramServices small, ProgramServices large, string where, BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        List<ListMeasurement> all = [];
        foreach (var (who, hasSameClients, find) in People)
        {
            await using var onSmall = await LookAsync(small, find, cancel);
            await using var onLarge = await LookAsync(large, find, cancel);
            foreach (var (caseOfSmall, caseOfLarge) in onSmall.Cases.Zip(onLarge.Cases))
            {
                if ($"{caseOfLarge.List}, {caseOfLarge.Kind}, {caseOfLarge.Detail}, {who}".Contains(options.Only, StringComparison.OrdinalIgnoreCase))
                {
                    all.Add(await MeasureAsync(who, hasSameClients, caseOfSmall, onSmall.Services, caseOfLarge, onLarge.Services, cancel));
                }
            }
        }

        foreach (var group in all.GroupBy(one => (one.Case.List, one.Case.Kind)))
        {
            report.Add(FigureOf($"{group.Key.List}{where}", group.Key.Kind, group.MaxBy(one => one.Used)!, options));
        }

        report.Add(Summary($"all ways to look at a list{where}, within {ListMeasurement.Budget} ms", all, one => one.IsQuick));
        report.Add(Summary($"all ways to look at a list{where}, within {ListMeasurement.GrowthBudget} ×", [.. all.Where(one => one.IsGrowthMeasured)], one => one.HasGrownLittle));
    }

    private static Figure Summary(string what, List<ListMeasurement> all, Predicate<ListMeasurement> isMet)
    {
        var met = all.FindAll(isMet).Count;
        return new Figure(
            what, string.Create(CultureInfo.InvariantCulture, $"{met} of {all.Count}"), string.Empty, null, "all", met == all.Count ? Verdict.Met : Verdict.Missed);
    }

    // The rep with the most clients owns more of the large database than the small one holds; only the one with twenty has
    // the same accounts at both sizes.
    private static IEnumerable<(string Who, bool HasSameClients, Func<ProgramServices, CancellationToken, Task<Person>> Find)> People =>
    [
        ("Finance", true, (program, cancel) => program.FinanceAsync(cancel)),
        ("rep", false, (program, cancel) => program.RepAsync(cancel)),
        ("rep with 20 clients", true, FewClientsAsync),
    ];

    private static async Task<Person> FewClientsAsync(ProgramServices program, CancellationToken cancel)
    {
        var person = await program.SignInAsync("benchmark-few", Roles.AdSales, cancel);
        await program.Services.GetRequiredService<Writes>().ExecuteAsync(
            async (db, stop) =>
            {
                // Spread over all, from those that nobody owns.
                var unowned = await db.Organizations.Where(organization => organization.OwnerId == null).OrderBy(organization => organization.Id).ToListAsync(stop);
                if (!await db.Organizations.AnyAsync(organization => organization.OwnerId == person.Id, stop))
                {
                    foreach (var organization in unowned.Where((_, index) => index % Math.Max(1, unowned.Count / FewClients) == 0).Take(FewClients))
                    {
                        organization.AssignOwner(person.Id);
                    }
                }

                return await db.SaveChangesAsync(stop);
            },
            cancel);
        return person;
    }

    private static async Task<ListVisit> LookAsync(
        ProgramServices program, Func<ProgramServices, CancellationToken, Task<Person>> find, CancellationToken cancel)
    {
        var person = await find(program, cancel);
        await using var db = await program.Contexts.CreateDbContextAsync(cancel);
        var ownerId = await db.Organizations.AnyAsync(organization => organization.OwnerId == person.Id, cancel) ? person.Id : null;
        var places = await ListPlaces.FindAsync(db, ownerId, cancel);
        var today = program.Services.GetRequiredService<CompanyClock>().Today;
        return new ListVisit(program.For(person), [.. InvoiceListCases.Of(places), .. OtherListCases.Of(places, today, isRep: ownerId is not null)]);
    }

    private static async Task<ListMeasurement> MeasureAsync(
        string who, bool hasSameClients, ListCase caseOfSmall, IServiceProvider small, ListCase caseOfLarge, IServiceProvider large, CancellationToken cancel)
    {
        var result = new ListMeasurement(caseOfLarge, who, hasSameClients, new Timings(), new Timings());
        var processor = new Timings();
        for (var run = -WarmUps; run < Runs; run++)
        {
            await TimeAsync(caseOfSmall, small, run < 0 ? new Timings() : result.Small, new Timings(), cancel);
            await TimeAsync(caseOfLarge, large, run < 0 ? new Timings() : result.Large, run < 0 ? new Timings() : processor, cancel);
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(result.IsMet ? "      " : "MISSED")} {caseOfLarge.List,-28} {caseOfLarge.Kind,-26} {who,-20} p50 {result.Small.P50,7:0.0} {result.Large.P50,7:0.0} p95 {result.Small.P95,7:0.0} {result.Large.P95,7:0.0} {result.Growth,6:0.00} processor {processor.P50,5:0.0}  {caseOfLarge.Detail}"));
        return result;
    }

    private static async Task TimeAsync(ListCase one, IServiceProvider services, Timings timings, Timings processor, CancellationToken cancel)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await one.RunAsync(services, cancel);
        timings.Add(Stopwatch.GetElapsedTime(started));
        processor.Add(Environment.CpuUsage.TotalTime - used);
    }

    private static Figure FigureOf(string list, string kind, ListMeasurement worst, BenchmarkOptions options) => new(
        $"{list}, {kind}; worst: {worst.Case.Detail}, {worst.Who}",
        string.Create(CultureInfo.InvariantCulture, $"p50 {Timings.Text(worst.Large.P50)}, p95 {Timings.Text(worst.Large.P95)}"),
        string.Create(CultureInfo.InvariantCulture, $"p50 {Timings.Text(worst.Small.P50)} at {options.Small:N0}"),
        worst.Growth,
        worst.IsGrowthMeasured ? "p95 ≤ 50 ms, ≤ 2 ×" : "p95 ≤ 50 ms",
        worst.IsMet ? Verdict.Met : Verdict.Missed);
}
