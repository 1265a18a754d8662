using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Register;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Collection;
using PaymentsApp.Data;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Lists;

namespace PaymentsApp.Benchmarks.Screens;

/// <summary>
/// One payment, seen on many open screens: from the moment the save has returned until each screen has reloaded its own
/// query and rendered it. Half of them are Register payments, half Payments.
/// </summary>
internal static class LiveBenchmark
{
    private const double Budget = 300;
    private const int WarmUps = 3;
    private const int Payments = 8;

    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        foreach (var invoices in new[] { options.Small, options.Large })
        {
            var folder = await SeededDatabases.CopyAsync(options, invoices, cancel);
            try
            {
                await using var program = await ProgramServices.OpenAsync(folder, cancel);
                await MeasureAsync(program, count: 200, invoices, report, cancel);
            }
            finally
            {
                SeededDatabases.Remove(folder);
            }
        }
    }

    private static async Task MeasureAsync(ProgramServices program, int count, int invoices, Report report, CancellationToken cancel)
    {
        var person = await program.FinanceAsync(cancel);
        List<Screen> screens = [];
        var none = new Dictionary<string, object?>();
        for (var number = 0; number < count; number++)
        {
            var screen = new Screen(program.For(person));
            await (number % 2 == 0 ? screen.OpenAsync<RegisterPaymentsTab>(none) : screen.OpenAsync<PaymentList>(none));
            screens.Add(screen);
        }

        var commands = await PaymentCommands.LoadAsync(program.Contexts, program.Services.GetRequiredService<CompanyClock>().Today, 1, cancel);
        await using var saver = program.For(person);
        var service = saver.ServiceProvider.GetRequiredService<PaymentService>();
        var (each, last) = (new Timings(), new Timings());
        for (var payment = -WarmUps; payment < Payments; payment++)
        {
            var before = Stopwatch.GetTimestamp();
            await service.RegisterAsync(commands.Next(), CancellationToken.None);
            var saved = Stopwatch.GetTimestamp();
            do
            {
                await Task.Delay(Settled, cancel);
                if (Stopwatch.GetElapsedTime(saved) > Longest)
                {
                    throw new InvalidOperationException("A screen has not heard of a payment.");
                }
            }
            while (screens.Exists(screen => screen.RenderedAt < before || Stopwatch.GetElapsedTime(screen.RenderedAt) < Settled));

            if (payment >= 0)
            {
                var delays = screens.ConvertAll(screen => Stopwatch.GetElapsedTime(saved, Math.Max(saved, screen.RenderedAt)));
                delays.ForEach(each.Add);
                last.Add(delays.Max());
            }
        }

        foreach (var screen in screens)
        {
            await screen.CloseAsync();
        }

        report.Add(new Figure(
            string.Create(CultureInfo.InvariantCulture, $"a payment seen on {count} other screens, {invoices:N0} invoices"),
            $"p95 {Timings.Text(each.P95)}; the last screen p50 {Timings.Text(last.P50)}", string.Empty, null, "p95 ≤ 300 ms",
            each.P95 <= Budget ? Verdict.Met : Verdict.Missed));
    }
}
