using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Data.Backup;
using PaymentsApp.Data.Verification;

namespace PaymentsApp.CommandLine;

/// <summary>Proves the books.</summary>
internal static class VerifyCommand
{
    private const string File = "--file";

    public static Command Command { get; } = new(
        "verify",
        [],
        "Recomputes every balance from the facts and every hash of the audit log.",
        [new CommandOption(File, "FILE", "Verify this SQLite file, for example a backup, instead of the program's database.")],
        RunAsync)
    {
        Notes = "It only reads, and may run while people work. Each difference is one line.",
        ExitCodes = "0 no difference, 1 differences found, 2 nothing verified",
    };

    /// <summary>Says what was verified.</summary>
    internal static string Summary(VerificationResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Invoices:N0} invoices, {result.Payments:N0} payments and {result.AuditEntries:N0} audit entries verified: {Outcome(result.Differences)}");

    private static string Outcome(long differences) => differences switch
    {
        0 => "no difference.",
        1 => "1 difference.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{differences:N0} differences."),
    };

    private static Task<int> RunAsync(CommandCall call, CancellationToken cancel) => call.WithServicesAsync(
        async services =>
        {
            var database = services.GetRequiredService<DatabaseOptions>();
            var file = call.Arguments.Value(File) ?? (database.Provider == DatabaseProvider.Sqlite ? database.SqlitePath : null);
            if (file is not null && !System.IO.File.Exists(file))
            {
                return await call.RefuseAsync($"There is no database at {Path.GetFullPath(file)}.");
            }

            await using var db = call.Arguments.Has(File)
                ? SqliteBackup.OpenReadOnly(file!)
                : await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancel);
            try
            {
                if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                {
                    return await call.RefuseAsync("The database is not of this version of the program. Start the program once; it brings it up to date.");
                }

                return await VerifyAsync(db, call, cancel);
            }
            catch (DbException e)
            {
                return await call.RefuseAsync($"The database cannot be read: {e.Message}");
            }
        },
        cancel,
        migrate: false);

    private static async Task<int> VerifyAsync(AppDbContext db, CommandCall call, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await LedgerVerification.RunAsync(db, difference => call.Output.WriteLine(difference), cancel);
        await call.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{Summary(result)} ({Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s)"));
        return result.IsClean ? ExitCode.Done : ExitCode.Problems;
    }
}
