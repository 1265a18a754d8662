using System.Globalization;
using Npgsql;
using PaymentsApp.Data;
using PaymentsApp.Data.Backup;

namespace PaymentsApp.CommandLine;

/// <summary>Copies the database while people work, and proves the copy.</summary>
internal static class BackupCommand
{
    public static Command Command { get; } = new(
        "backup",
        ["FILE"],
        "Copies the SQLite database into a new file while people work, and verifies the copy.",
        [],
        RunAsync)
    {
        Notes = "It does not change the database, not even to bring it up to date: make a backup before an upgrade.\n"
            + "On PostgreSQL use pg_dump; docs/OPERATIONS.md has the commands, and those for restoring.",
        ExitCodes = "0 copied and proven, 1 copied but differences found, 2 no copy made",
    };

    private static Task<int> RunAsync(CommandCall call, CancellationToken cancel) => call.WithServicesAsync(
        async services =>
        {
            var database = services.GetRequiredService<DatabaseOptions>();
            if (database.Provider == DatabaseProvider.Postgres)
            {
                return await call.RefuseAsync($"This database is on PostgreSQL. Its own program copies it while people work:\n\n  {PgDump(database.ConnectionString)}");
            }

            var file = call.Arguments.Operands[0];
            long differences = 0;
            var result = await services.GetRequiredService<SqliteBackup>().CopyAsync(
                file,
                difference =>
                {
                    differences++;
                    call.Output.WriteLine(difference);
                },
                cancel);
            return result switch
            {
                BackupResult.Made made => await SayAsync(call, file, made, differences),
                BackupResult.Refused refused => await call.RefuseAsync(refused.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        },
        cancel,
        migrate: false);

    private static async Task<int> SayAsync(CommandCall call, string file, BackupResult.Made made, long differences)
    {
        await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}: {made.Bytes:N0} bytes."));
        await call.Output.WriteLineAsync(made.Verification is { } verification
            ? VerifyCommand.Summary(verification)
            : "The file is whole. Its books were not verified: it is of another version of the program.");
        await call.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Audit log up to entry {made.AuditSeq}, hash {made.AuditHash}"));
        return differences == 0 ? ExitCode.Done : ExitCode.Problems;
    }

    // Without the password: pg_dump asks for it, or reads PGPASSWORD or ~/.pgpass.
    private static string PgDump(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"pg_dump --format=custom --host={server.Host} --port={server.Port} --username={server.Username} --file=payments.dump {server.Database}");
    }
}
