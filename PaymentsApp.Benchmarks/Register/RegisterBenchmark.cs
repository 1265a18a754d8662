using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>
/// Registering payments through PaymentService, beside the same statements by hand. Both have a copy of the same database
/// and take turns, so that whatever else the machine does meets both.
/// </summary>
internal static class RegisterBenchmark
{
    private const double RatioBudget = 2;
    private const double WaitBudget = 100;
    private const int WarmUpCalls = 1_000; // so many until the runtime has compiled everything for good
    private const int Turns = 20;
    private const int CallsPerTurn = 48;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var serviceFolder = await SeededDatabases.CopyAsync(options, options.Small, cancel);
        var handFolder = await SeededDatabases.CopyAsync(options, options.Small, cancel);
        try
        {
            Person person;
            await using (var signIn = await ProgramServices.OpenAsync(handFolder, cancel))
            {
                person = await signIn.FinanceAsync(cancel);
            }

            await using var program = await ProgramServices.OpenAsync(serviceFolder, cancel);
            await program.FinanceAsync(cancel);
            using var hand = new HandWrittenRegistration(handFolder, person);
            foreach (var (invoices, callers) in new[] { (1, 1), (3, 1), (1, 8), (3, 8) })
            {
                await CompareAsync(program, person, hand, invoices, callers, report, cancel);
            }
        }
        finally
        {
            SeededDatabases.Remove(serviceFolder);
            SeededDatabases.Remove(handFolder);
        }

        if (options.Postgres.Length > 0)
        {
            await MeasurePostgresAsync(options, report, cancel);
        }
    }

    private static async Task CompareAsync(
        ProgramServices program, Person person, HandWrittenRegistration hand, int invoices, int callers, Report report, CancellationToken cancel)
    {
        var commands = await CommandsAsync(program, invoices, cancel);
        await using var services = new RegisteringCallers(program, person, commands, callers);
        List<Func<Task>> byHand = [.. Enumerable.Repeat<Func<Task>>(() => hand.RegisterAsync(commands.Next()), callers)];
        await Callers.RunAsync(services.All, WarmUpCalls / callers, new Timings());
        await Callers.RunAsync(byHand, WarmUpCalls / callers, new Timings());

        var (serviceTimings, handTimings) = (new Timings(), new Timings());
        var (serviceSpent, handSpent) = (new Spent(), new Spent());
        for (var turn = 0; turn < Turns; turn++)
        {
            serviceSpent += await Callers.RunAsync(services.All, CallsPerTurn / callers, serviceTimings);
            handSpent += await Callers.RunAsync(byHand, CallsPerTurn / callers, handTimings);
        }

        var what = Name(invoices, callers);
        var ratio = serviceSpent.Elapsed / handSpent.Elapsed;
        report.Add(new Figure(
            what, Text(serviceTimings, serviceSpent), Text(handTimings, handSpent), ratio, "≤ 2 ×", ratio <= RatioBudget ? Verdict.Met : Verdict.Missed));
        if (callers > 1)
        {
            report.Add(new Figure(
                $"{what}: longest wait of a caller", Timings.Text(serviceTimings.Longest), Timings.Text(handTimings.Longest),
                serviceTimings.Longest / handTimings.Longest, "≤ 100 ms", serviceTimings.Longest <= WaitBudget ? Verdict.Met : Verdict.Missed));
        }
    }

    private static async Task MeasurePostgresAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("payments-benchmark-").FullName;
        await using var program = await ProgramServices.OpenAsync(folder, cancel, options.Postgres);
        await SeededDatabases.SeedOnceAsync(program, options.Small, cancel);
        var person = await program.FinanceAsync(cancel);
        foreach (var callers in new[] { 1, 8 })
        {
            var commands = await CommandsAsync(program, invoicesEach: 1, cancel);
            await using var services = new RegisteringCallers(program, person, commands, callers);
            await Callers.RunAsync(services.All, WarmUpCalls / callers, new Timings());
            var timings = new Timings();
            var spent = await Callers.RunAsync(services.All, Turns * CallsPerTurn / callers, timings);
            report.Add(Figure.Of($"{Name(1, callers)}, PostgreSQL", $"{Text(timings, spent)}, longest {Timings.Text(timings.Longest)}"));
        }

        SeededDatabases.Remove(folder);
    }

    private static Task<PaymentCommands> CommandsAsync(ProgramServices program, int invoicesEach, CancellationToken cancel) =>
        PaymentCommands.LoadAsync(program.Contexts, program.Services.GetRequiredService<CompanyClock>().Today, invoicesEach, cancel);

    private static string Name(int invoices, int callers) =>
        $"register a payment over {(invoices == 1 ? "one invoice" : "three invoices")}, {(callers == 1 ? "1 caller" : $"{callers} callers")}";

    private static string Text(Timings timings, Spent spent)
    {
        var perSecond = (timings.Count / spent.Elapsed.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        var processor = Timings.Text(spent.Processor.TotalMilliseconds / timings.Count);
        return $"{perSecond}/s, p50 {Timings.Text(timings.P50)}, p95 {Timings.Text(timings.P95)}, processor {processor} each";
    }
}
