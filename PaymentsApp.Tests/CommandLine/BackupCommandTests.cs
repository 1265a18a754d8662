using Microsoft.EntityFrameworkCore;
using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.CommandLine;

public sealed class BackupCommandTests
{
    [Fact]
    public async Task A_copy_made_while_people_save_has_everything_that_was_saved_before()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var invoice = await app.InvoiceAsync(organization, total: 100_000);
        using var enough = new CancellationTokenSource();
        var saved = 0;
        async Task SaveAsync()
        {
            var payments = (PaymentService)app.For(finance).GetService(typeof(PaymentService))!;
            while (!enough.IsCancellationRequested)
            {
                Assert.IsType<RegisterPaymentResult.Registered>(await payments.RegisterAsync(
                    LedgerStory.Pay(app, organization, 2, fee: 0, (invoice, 1)), CancellationToken.None));
                Interlocked.Increment(ref saved);
            }
        }

        Task[] people = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(SaveAsync))];
        while (Volatile.Read(ref saved) < 20)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        using var folder = new TemporaryFolder();
        var before = Volatile.Read(ref saved);
        var run = await CommandRun.OnAsync(app, "backup", folder.File("copy.db"));
        var after = Volatile.Read(ref saved);
        await enough.CancelAsync();
        await Task.WhenAll(people);

        Assert.True(run.Code == ExitCode.Done, run.Output + run.Errors);
        await using var restored = await TestDatabase.RestoreAsync(folder.File("copy.db"));
        Assert.Empty(await restored.VerifyAsync());
        var copied = await restored.ReadAsync(db => db.Payments.CountAsync());
        Assert.InRange(copied, before, after + people.Length);
        Assert.True(Volatile.Read(ref saved) > before, "Nobody saved during the backup.");

        // Work goes on where the copy ends.
        var again = LedgerStory.Pay(restored, organization, 2, fee: 0, (invoice, 1));
        restored.As(finance);
        var result = await restored.Get<PaymentService>().RegisterAsync(again, CancellationToken.None);
        Assert.Equal(new RegisterPaymentResult.Registered(again.PaymentId, copied + 1) { CanUndo = true }, result);
        Assert.Empty(await restored.VerifyAsync());
    }

    [Fact]
    public async Task A_file_that_exists_is_never_overwritten()
    {
        await using var app = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("copy.db"), "dear", TestContext.Current.CancellationToken);

        foreach (var file in new[] { folder.File("copy.db"), app.Options.SqlitePath, folder.Path })
        {
            var run = await CommandRun.OnAsync(app, "backup", file);
            Assert.Equal(ExitCode.Refused, run.Code);
            Assert.Contains("exists already", run.Errors, StringComparison.Ordinal);
        }

        Assert.Equal("dear", await File.ReadAllTextAsync(folder.File("copy.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_database_or_a_folder_nothing_is_made()
    {
        using var folder = new TemporaryFolder();
        await using var app = await TestDatabase.CreateAsync();

        var noDatabase = await CommandRun.OnFolderAsync(folder.Path, "backup", folder.File("copy.db"));
        var noFolder = await CommandRun.OnAsync(app, "backup", Path.Combine(folder.Path, "missing", "copy.db"));

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (noDatabase.Code, noFolder.Code));
        Assert.StartsWith("There is no database at", noDatabase.Errors, StringComparison.Ordinal);
        Assert.StartsWith("There is no folder", noFolder.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Differences_are_told_and_the_copy_is_kept()
    {
        await using var app = await TestDatabase.CreateAsync();
        await LedgerStory.TellAsync(app);
        await app.ExecuteSqlAsync("""UPDATE "LedgerHead" SET "AuditSeq" = 9""");
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OnAsync(app, "backup", folder.File("copy.db"));

        Assert.Equal(ExitCode.Problems, run.Code);
        Assert.StartsWith("End of the audit trail: the ledger head is at entry 9, the last entry is 4", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("copy.db")));
        Assert.Equal(ExitCode.Problems, (await CommandRun.OnFolderAsync(folder.Path, "verify", "--file", folder.File("copy.db"))).Code);
    }

    [Fact]
    public async Task A_backup_before_an_upgrade_changes_nothing()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.ExecuteSqlAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%Guards'""");
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OnAsync(app, "backup", folder.File("copy.db"));

        Assert.True(run.Code == ExitCode.Done, run.Errors);
        Assert.Contains("The file is whole.", run.Output, StringComparison.Ordinal);
        Assert.Single(await app.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task A_postgres_database_is_left_to_pg_dump()
    {
        await using var app = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);

        var run = await CommandRun.OnAsync(app, "backup", "copy.db");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("pg_dump --format=custom --host=127.0.0.1", run.Errors, StringComparison.Ordinal);
    }
}
