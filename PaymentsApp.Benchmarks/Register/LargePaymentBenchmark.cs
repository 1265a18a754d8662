using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Payments.Details;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>One payment over 10,000 invoices: an agency's yearly wire. Registering it, reading it, explaining it and taking it back.</summary>
internal static class LargePaymentBenchmark
{
    private const int Invoices = 10_000;
    private const int Runs = 5;
    private const double SaveBudget = 2_000;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("payments-benchmark-").FullName;
        try
        {
            await using (var program = await ProgramServices.OpenAsync(folder, cancel))
            {
                await MeasureAsync(program, "", report, cancel);
            }

            if (options.Postgres.Length > 0)
            {
                await using var program = await ProgramServices.OpenAsync(folder, cancel, options.Postgres);
                await MeasureAsync(program, ", PostgreSQL", report, cancel);
            }
        }
        finally
        {
            SeededDatabases.Remove(folder);
        }
    }

    private static async Task MeasureAsync(ProgramServices program, string where, Report report, CancellationToken cancel)
    {
        var person = await program.FinanceAsync(cancel);
        var (payerId, invoiceIds) = await AddInvoicesAsync(program, cancel);
        var (saves, reads, facts, reversals) = (new Timings(), new Timings(), new Timings(), new Timings());
        var today = program.Services.GetRequiredService<CompanyClock>().Today;
        for (var run = -1; run < Runs; run++) // the first one warms up
        {
            await using var scope = program.For(person);
            var payments = scope.ServiceProvider.GetRequiredService<PaymentService>();
            var command = new RegisterPayment(
                Guid.CreateVersion7(), payerId, new Money(Invoices * 100, "USD"), Money.Zero("USD"), today, 1, null, null, null,
                [.. invoiceIds.Select(id => new InvoiceShare(id, new Money(100, "USD")))]);
            await TimeAsync(saves, run, async () =>
            {
                if (await payments.RegisterAsync(command, cancel) is not RegisterPaymentResult.Registered)
                {
                    throw new InvalidOperationException("The payment was not registered.");
                }
            });
            await TimeAsync(reads, run, () => scope.ServiceProvider.GetRequiredService<PaymentDetailQueries>().FindAsync(command.PaymentId, cancel));
            await TimeAsync(facts, run, () => scope.ServiceProvider.GetRequiredService<BalanceFactQueries>()
                .FindAsync(BalanceSubject.OfOrganization(payerId, BalanceKind.Outstanding, "USD"), cancel));
            await TimeAsync(reversals, run, () => payments.ReverseAsync(new ReversePayment(Guid.CreateVersion7(), command.PaymentId, today, "Measured"), cancel));
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"one payment over {Invoices:N0} invoices{where}");
        report.Add(new Figure(
            $"{what}: register", Text(saves), string.Empty, null, "≤ 2000 ms", saves.Longest <= SaveBudget ? Verdict.Met : Verdict.Missed));
        report.Add(Figure.Of($"{what}: its page", Text(reads)));
        report.Add(Figure.Of($"{what}: the facts of the payer's balance", Text(facts)));
        report.Add(Figure.Of($"{what}: reverse", Text(reversals)));
    }

    private static async Task TimeAsync(Timings timings, int run, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        if (run >= 0)
        {
            timings.Add(Stopwatch.GetElapsedTime(started));
        }
    }

    private static Task<(int PayerId, List<int> InvoiceIds)> AddInvoicesAsync(ProgramServices program, CancellationToken cancel) =>
        program.Services.GetRequiredService<Writes>().ExecuteAsync(
            async (db, stop) =>
            {
                var payer = new Organization($"LARGE-{Guid.CreateVersion7():N}"[..20], "Large Agency", "USD");
                db.Organizations.Add(payer);
                await db.SaveChangesAsync(stop);
                var on = program.Services.GetRequiredService<CompanyClock>().Today.AddDays(-30);
                var invoices = Enumerable.Range(1, Invoices)
                    .Select(i => new Invoice(payer.Id, string.Create(CultureInfo.InvariantCulture, $"LARGE-{payer.Id}-{i:D5}"), "USD", on, on.AddDays(i % 60), 100_000)).ToList();
                foreach (var invoice in invoices)
                {
                    invoice.AddRow(new InvoiceRow(1, "Full page", null, null, 100_000));
                }

                db.Invoices.AddRange(invoices);
                await db.SaveChangesAsync(stop);
                return (payer.Id, await db.Invoices.Where(invoice => invoice.OrganizationId == payer.Id).Select(invoice => invoice.Id).ToListAsync(stop));
            },
            cancel);

    private static string Text(Timings timings) => $"p50 {Timings.Text(timings.P50)}, longest {Timings.Text(timings.Longest)}";
}
