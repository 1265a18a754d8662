using Microsoft.EntityFrameworkCore;
using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.CommandLine;

public sealed class SeedCommandTests
{
    [Theory, BothDatabases]
    public async Task Synthetic_data_obeys_every_rule(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);

        var run = await CommandRun.OnAsync(app, "seed", "--invoices", "2030", "--portion", "990");

        Assert.True(run.Code == ExitCode.Done, run.Errors);
        Assert.Equal(["1,000", "2,000", "2,030"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Empty(await app.VerifyAsync());
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2030, await db.Invoices.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(41, await db.Organizations.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, await db.AuditEntries.CountAsync(TestContext.Current.CancellationToken));
        Assert.InRange(await db.Invoices.CountAsync(i => i.OutstandingMinor > 0, TestContext.Current.CancellationToken), 200, 450);

        // The next invoice that somebody types finds a free id.
        Assert.True((await app.InvoiceAsync(await app.OrganizationAsync())).Id > 2030);
    }

    [Fact]
    public async Task The_same_number_gives_the_same_figures_whatever_the_database()
    {
        await using var file = await TestDatabase.CreateAsync();
        await using var server = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await CommandRun.OnAsync(file, "seed", "--invoices", "300");
        await CommandRun.OnAsync(server, "seed", "--invoices", "300");

        Assert.Equal(await FiguresAsync(file), await FiguresAsync(server));
    }

    [Theory]
    [InlineData("--invoices N is missing", "seed")]
    [InlineData("--invoices N is missing", "seed", "--invoices", "1000001")]
    [InlineData("--invoices N is missing", "seed", "--invoices", "many")]
    [InlineData("--portion N is", "seed", "--invoices", "10", "--portion", "0")]
    public async Task A_wrong_number_is_refused(string expected, params string[] words)
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OnFolderAsync(folder.Path, words);

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith(expected, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_data_is_not_mixed_with_synthetic_data_by_mistake()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.OrganizationAsync();

        Assert.Equal(ExitCode.Refused, (await CommandRun.OnAsync(app, "seed", "--invoices", "10")).Code);
        Assert.Equal(0, await app.ReadAsync(db => db.Invoices.CountAsync()));
        Assert.Equal(ExitCode.Done, (await CommandRun.OnAsync(app, "seed", "--invoices", "10", "--add")).Code);
        Assert.Equal(ExitCode.Refused, (await CommandRun.OnAsync(app, "seed", "--invoices", "10", "--add")).Code);
    }

    private static async Task<IReadOnlyList<string>> FiguresAsync(TestDatabase app)
    {
        var invoices = await app.ReadAsync(db => db.Invoices.OrderBy(i => i.NumberKey).ToListAsync());
        var payments = await app.ReadAsync(db => db.Payments.OrderBy(p => p.Number).ToListAsync());
        return [.. invoices.Select(i => $"{i.Number} {i.Total} {i.Outstanding} {i.DueOn:O}"), .. payments.Select(p => $"{p.Number} {p.Amount} {p.Reference} {p.ReceivedOn:O}")];
    }
}
