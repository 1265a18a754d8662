using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Benchmarks.Screens;

/// <summary>The New payment window from its opening to its last field, on the server: rights, types, open invoices, rendering.</summary>
internal static class WindowBenchmark
{
    private const double Budget = 100;
    private const int WarmUps = 40; // so many until the runtime has compiled everything for good
    private const int Runs = 60;
    private const int Clients = 20;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var folder = await SeededDatabases.CopyAsync(options, options.Small, cancel);
        try
        {
            await using var program = await ProgramServices.OpenAsync(folder, cancel);
            var person = await program.FinanceAsync(cancel);
            foreach (var open in new[] { 5, 500, PaymentWindowQueries.OpenInvoicesMax })
            {
                var payer = await AddPayerAsync(program, open, clients: 0, cancel);
                report.Add(await MeasureAsync(program, person, payer, string.Create(CultureInfo.InvariantCulture, $"{open:N0} open invoices")));
            }

            var agency = await AddPayerAsync(program, PaymentWindowQueries.OpenInvoicesMax, Clients, cancel);
            report.Add(await MeasureAsync(
                program, person, agency,
                string.Create(CultureInfo.InvariantCulture, $"an agency, {PaymentWindowQueries.OpenInvoicesMax:N0} open invoices of {Clients} clients")));
        }
        finally
        {
            SeededDatabases.Remove(folder);
        }
    }

    private static async Task<Figure> MeasureAsync(ProgramServices program, Person person, int payer, string what)
    {
        var timings = new Timings();
        for (var run = 0; run < WarmUps; run++)
        {
            await OpenAsync(program, person, payer);
        }

        var used = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < Runs; run++)
        {
            timings.Add(await OpenAsync(program, person, payer));
        }

        var processor = Timings.Text((Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Runs);
        return new Figure(
            $"window open to ready, {what}",
            $"p50 {Timings.Text(timings.P50)}, p95 {Timings.Text(timings.P95)}, processor {processor} each", string.Empty, null, "p95 ≤ 100 ms",
            timings.P95 <= Budget ? Verdict.Met : Verdict.Missed);
    }

    private static async Task<TimeSpan> OpenAsync(ProgramServices program, Person person, int payer)
    {
        var screen = new Screen(program.For(person));
        var started = Stopwatch.GetTimestamp();
        await screen.OpenAsync<NewPaymentDialog>(new Dictionary<string, object?>
        {
            [nameof(NewPaymentDialog.Start)] = NewPaymentStart.ForOrganization(payer),
            [nameof(NewPaymentDialog.Guard)] = new NewPaymentGuard(),
        });
        var elapsed = Stopwatch.GetElapsedTime(started);
        await screen.CloseAsync();
        return elapsed;
    }

    private static Task<int> AddPayerAsync(ProgramServices program, int open, int clients, CancellationToken cancel)
    {
        var today = program.Services.GetRequiredService<CompanyClock>().Today;
        return program.Services.GetRequiredService<Writes>().ExecuteAsync(
            async (db, stop) =>
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"WIN-{open}-{clients}");
                var organization = new Organization(key, $"Window {open}", "USD");
                db.Organizations.Add(organization);
                await db.SaveChangesAsync(stop);
                List<Organization> invoiced = [];
                for (var client = 0; client < clients; client++)
                {
                    invoiced.Add(db.Organizations.Add(new Organization(string.Create(CultureInfo.InvariantCulture, $"{key}-C{client}"), $"Client {client}", "USD")).Entity);
                    invoiced[^1].PaidBy(organization.Id);
                }

                await db.SaveChangesAsync(stop);
                for (var number = 0; number < open; number++)
                {
                    var invoice = new Invoice(
                        clients == 0 ? organization.Id : invoiced[number % clients].Id, string.Create(CultureInfo.InvariantCulture, $"{key}-{number:D6}"), "USD",
                        today.AddDays(-number % 400), today.AddDays(30 - (number % 400)), 100_00 + number);
                    invoice.AddRow(new InvoiceRow(1, "Full page, four color", "Harbor Monthly", "Display", 100_00 + number));
                    db.Invoices.Add(invoice);
                }

                await db.SaveChangesAsync(stop);
                return organization.Id;
            },
            cancel);
    }
}
