using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>The commands of docs/OPERATIONS.md, as an operator types them.</summary>
public sealed class PostgresRestoreTests(PostgresServer postgres)
{
    [Fact]
    public async Task A_dump_restored_into_an_empty_database_is_the_same_ledger_with_all_its_guards()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var app = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await LedgerStory.TellAsync(app);
        using var folder = new TemporaryFolder();

        await PostgresServer.RunToolAsync("pg_dump", app.Options.ConnectionString, ["--format=custom", $"--file={folder.File("payments.dump")}"], cancel);
        var empty = await postgres.CreateDatabaseAsync(cancel);
        await PostgresServer.RunToolAsync("pg_restore", empty, ["--exit-on-error", "--no-owner", folder.File("payments.dump")], cancel);

        await using var restored = await TestDatabase.OpenPostgresAsync(empty);
        var verified = await CommandRun.OnAsync(restored, "verify");
        Assert.True(verified.Code == ExitCode.Done, verified.Output + verified.Errors);
        Assert.StartsWith("2 invoices, 2 payments and 4 audit entries verified: no difference.", verified.Output, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => restored.ExecuteSqlAsync("""DELETE FROM "Payments" """));
    }
}
