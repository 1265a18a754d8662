using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.CheckRuns;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>Forty checks typed one after the other: what the server does for each line, from the customer number to the line that is kept.</summary>
internal static class CheckRunBenchmark
{
    private const int Checks = 40;
    private const int Runs = 5;
    private const double Budget = 100; // what a person takes for at once

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var folder = await SeededDatabases.CopyAsync(options, options.Small, cancel);
        try
        {
            await using var program = await ProgramServices.OpenAsync(folder, cancel);
            var person = await program.FinanceAsync(cancel);
            var payers = await PayersAsync(program, cancel);
            var (proposals, keeps, lines) = (new Timings(), new Timings(), new Timings());
            for (var run = -1; run < Runs; run++) // the first one warms up
            {
                await TypeAsync(program, person, payers, run < 0 ? null : (proposals, keeps, lines), cancel);
            }

            var what = string.Create(CultureInfo.InvariantCulture, $"check run of {Checks}, one line");
            report.Add(Figure.Of($"{what}: payer and proposal", Text(proposals)));
            report.Add(Figure.Of($"{what}: duplicates and keeping", Text(keeps)));
            report.Add(new Figure($"{what}: all of it", Text(lines), string.Empty, null, "p95 ≤ 100 ms", lines.P95 <= Budget ? Verdict.Met : Verdict.Missed));
        }
        finally
        {
            SeededDatabases.Remove(folder);
        }
    }

    private static async Task TypeAsync(
        ProgramServices program, Person person, IReadOnlyList<(string CustomerNumber, long Minor)> payers, (Timings Proposals, Timings Keeps, Timings Lines)? timings,
        CancellationToken cancel)
    {
        await using var scope = program.For(person);
        var services = scope.ServiceProvider;
        var runs = services.GetRequiredService<CheckRunService>();
        var today = program.Services.GetRequiredService<CompanyClock>().Today;
        var (id, version) = (Guid.CreateVersion7(), 0);
        List<CheckRunRow> rows = [];
        foreach (var (customerNumber, minor) in payers)
        {
            var started = Stopwatch.GetTimestamp();
            var draft = await ProposeAsync(services, customerNumber, new Money(minor, "USD"), today, cancel);
            var proposed = Stopwatch.GetElapsedTime(started);
            rows.Add(new CheckRunRow(draft.PaymentId, draft.ToContent()));
            await services.GetRequiredService<PaymentService>().PossibleDuplicatesAsync(rows[^1].ToCommand(today)!, cancel);
            version = await runs.SaveAsync(new SaveCheckRun(id, version, today, "USD", null, rows), cancel) is SaveCheckRunResult.Saved saved
                ? saved.Version
                : throw new InvalidOperationException("The run was not kept.");
            var all = Stopwatch.GetElapsedTime(started);
            timings?.Proposals.Add(proposed);
            timings?.Keeps.Add(all - proposed);
            timings?.Lines.Add(all);
        }

        await runs.DiscardAsync(id, cancel);
    }

    // As the line does it: who has this number, what is open there, and what the amount pays.
    private static async Task<PaymentDraft> ProposeAsync(IServiceProvider services, string customerNumber, Money amount, DateOnly today, CancellationToken cancel)
    {
        var found = await services.GetRequiredService<PayerQueries>().WhoPaidAsync(customerNumber, today, CultureInfo.InvariantCulture, cancel);
        var account = await services.GetRequiredService<PaymentWindowQueries>().AccountAsync(found[0].OrganizationId, null, "USD", cancel)
            ?? throw new InvalidOperationException("The payer was not found.");
        var draft = new PaymentDraft(Guid.CreateVersion7(), today) { PaymentTypeId = 1 };
        draft.ChoosePayer(account.Payer, "USD", account.OpenInvoices, account.Terms);
        draft.TypeAmount(amount);
        draft.Reference = "1042";
        return draft;
    }

    private static async Task<IReadOnlyList<(string CustomerNumber, long Minor)>> PayersAsync(ProgramServices program, CancellationToken cancel)
    {
        await using var db = await program.Contexts.CreateDbContextAsync(cancel);
        var found = await db.OrganizationBalances.Where(balance => balance.Currency == "USD" && balance.OpenCount > 0)
            .OrderBy(balance => balance.OrganizationId).Take(Checks)
            .Select(balance => new
            {
                Number = db.Organizations.Where(o => o.Id == balance.OrganizationId).Select(o => o.CustomerNumber).First(),
                Minor = db.Invoices.Where(i => i.OrganizationId == balance.OrganizationId && i.OutstandingMinor > 0 && i.Currency == "USD").Min(i => i.OutstandingMinor),
            }).ToListAsync(cancel);
        return [.. found.Select(payer => (payer.Number, payer.Minor))];
    }

    private static string Text(Timings timings) => $"p50 {Timings.Text(timings.P50)}, p95 {Timings.Text(timings.P95)}, longest {Timings.Text(timings.Longest)}";
}
