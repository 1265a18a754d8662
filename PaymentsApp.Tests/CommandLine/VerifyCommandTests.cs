using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.CommandLine;

public sealed class VerifyCommandTests
{
    [Theory, BothDatabases]
    public async Task Sound_books_are_said_to_be_sound(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);

        var run = await CommandRun.OnAsync(app, "verify");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.StartsWith("2 invoices, 2 payments and 4 audit entries verified: no difference.", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Theory, BothDatabases]
    public async Task Each_difference_is_a_line_and_the_exit_code_says_so(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        await app.ExecuteSqlAsync("""UPDATE "DueBalances" SET "OpenCount" = 5; UPDATE "LedgerHead" SET "LastPaymentNumber" = 3""");

        var run = await CommandRun.OnAsync(app, "verify");

        Assert.Equal(ExitCode.Problems, run.Code);
        var lines = run.Output.Split(Environment.NewLine);
        Assert.Contains("Payment numbers: the ledger head is at 3, the last payment is 2", lines);
        Assert.Contains("Balance due on 2026-04-01 in USD: OpenCount is 5, the facts give 2", lines);
        Assert.Contains("verified: 2 differences.", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OnFolderAsync(folder.Path, "verify");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith("There is no database at ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File(DatabaseOptions.FileName), new string('x', 8192), TestContext.Current.CancellationToken);

        var run = await CommandRun.OnFolderAsync(folder.Path, "verify");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith("The database cannot be read: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_version_is_left_as_it_is()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.ExecuteSqlAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%Guards'""");

        var run = await CommandRun.OnAsync(app, "verify");

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith("The database is not of this version", run.Errors, StringComparison.Ordinal);
    }
}
