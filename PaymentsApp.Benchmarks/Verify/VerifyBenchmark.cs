using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Data.Verification;
using PaymentsApp.Domain;

namespace PaymentsApp.Benchmarks.Verify;

/// <summary>How long the proof of the books takes: all balances of both databases, and the hashes of a long audit log.</summary>
internal static class VerifyBenchmark
{
    private const int AuditEntries = 50_000;
    private const int EntriesPerSave = 1_000;

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        foreach (var invoices in new[] { options.Small, options.Large })
        {
            await using var program = await ProgramServices.OpenAsync(await SeededDatabases.FolderAsync(options, invoices, cancel), cancel);
            var (result, elapsed) = await VerifyAsync(program, cancel);
            report.Add(Figure.Of(
                string.Create(CultureInfo.InvariantCulture, $"verify {result.Invoices:N0} invoices and {result.Payments:N0} payments"),
                string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s, {result.Invoices / elapsed.TotalSeconds:N0} invoices/s")));
        }

        var copy = await SeededDatabases.CopyAsync(options, options.Small, cancel);
        try
        {
            await using var program = await ProgramServices.OpenAsync(copy, cancel);
            var (before, withoutAudit) = await VerifyAsync(program, cancel);
            await AppendAsync(program, cancel);
            var (after, withAudit) = await VerifyAsync(program, cancel);
            var entries = after.AuditEntries - before.AuditEntries;
            report.Add(Figure.Of(
                string.Create(CultureInfo.InvariantCulture, $"verify {entries:N0} audit entries"),
                string.Create(CultureInfo.InvariantCulture, $"{entries / (withAudit - withoutAudit).TotalSeconds:N0} entries/s")));
        }
        finally
        {
            SeededDatabases.Remove(copy);
        }
    }

    private static async Task<(VerificationResult Result, TimeSpan Elapsed)> VerifyAsync(ProgramServices program, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await program.Services.GetRequiredService<LedgerVerification>().RunAsync(
            difference => throw new InvalidOperationException($"A difference: {difference}"), cancel);
        return (result, Stopwatch.GetElapsedTime(started));
    }

    private static async Task AppendAsync(ProgramServices program, CancellationToken cancel)
    {
        var recorded = program.Services.GetRequiredService<CompanyClock>().RecordedBy(SystemUser.Id);
        for (var done = 0; done < AuditEntries; done += EntriesPerSave)
        {
            await program.Services.GetRequiredService<Writes>().ExecuteAsync(
                async (db, stop) =>
                {
                    var head = await db.LockLedgerHeadAsync(stop);
                    for (var number = 0; number < EntriesPerSave; number++)
                    {
                        db.AuditEntries.Add(head.Append(
                            new AuditFact("Registered", nameof(Payment), Guid.CreateVersion7().ToString(), """{"amountMinor":10000,"currency":"USD"}"""), recorded));
                    }

                    return await db.SaveChangesAsync(stop);
                },
                cancel);
        }
    }
}
