using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Drafts;

/// <summary>The server dies in the middle of typing and saving, as when somebody pulls the plug.</summary>
public sealed class KilledServerTests(ITestOutputHelper output)
{
    // So many kills: 50 is the long form.
    private const string KillsVariable = "PAYMENTS_TEST_KILLS";

    // Three people type in each server that is killed: in the short form 51 windows die at as many moments.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable(KillsVariable) ?? "17", CultureInfo.InvariantCulture);
    private const int PeopleCount = 3;

    // Two processes are killed at a time, each with a database of its own.
    private const int Lanes = 2;
    private const int LinesMax = 50;
    private const int DelayMax = 12;

    [Fact]
    public async Task What_was_typed_is_a_draft_or_a_payment_in_50_killed_windows_and_never_none_or_two()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        await using var app = await TestDatabase.CreateAsync();
        TestUser[] users = [await app.FinanceAsync(), await app.FinanceAsync(), await app.FinanceAsync()];
        var people = string.Join(';', users.Select(user => $"{user.Id},{user.SessionId}"));
        Assert.Equal(PeopleCount, users.Length);
        await app.InvoiceAsync(await app.OrganizationAsync(), total: 1_000_000);
        using var folder = new TemporaryFolder();
        var origin = folder.File("origin.db");
        Assert.Equal(ExitCode.Done, (await CommandRun.OnAsync(app, "backup", origin)).Code);

        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => LaneAsync(lane, origin, people, seed)));
    }

    private static async Task LaneAsync(int lane, string origin, string people, int seed)
    {
        var random = new Random(seed + lane);
        using var folder = new TemporaryFolder();
        File.Copy(origin, folder.File(DatabaseOptions.FileName));
        List<string> windows = [];
        for (var kill = 1; kill <= KillsOf(lane); kill++)
        {
            var said = await RunUntilKilledAsync(folder.Path, people, random.Next(LinesMax), TimeSpan.FromMilliseconds(random.Next(DelayMax)));
            windows.AddRange(said.Where(line => line[0] == "kept").Select(line => line[1]).Distinct());
            Check(folder, said, $"kill {kill}, seed {seed}");
        }

        // The next sign-in goes on with what was left; then everything that was ever kept is one payment.
        var last = await RunAsync(folder.Path, people, onlyLeft: true, process => process.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.True(last.All(line => line[0] is "registered" or "left"), string.Join('\n', last.Select(line => string.Join(' ', line))));
        Assert.True(windows.Count >= KillsOf(lane) * PeopleCount, "The windows were killed before they did anything.");
        Assert.Empty(Ids(folder, "SELECT \"PaymentId\" FROM \"KeptDrafts\""));
        var payments = Ids(folder, "SELECT \"Id\" FROM \"Payments\"");
        Assert.Empty(windows.Except(payments));
        Assert.Equal([$"{payments.Count * 100}"], Ids(folder, "SELECT \"AllocatedMinor\" FROM \"Invoices\""));
        var verified = await CommandRun.OnFolderAsync(folder.Path, "verify");
        Assert.True(verified.Code == ExitCode.Done, verified.Output + verified.Errors);
    }

    private static int KillsOf(int lane) => (Kills + lane) / Lanes;

    private static void Check(TemporaryFolder folder, IReadOnlyList<string[]> said, string when)
    {
        var drafts = Ids(folder, "SELECT \"PaymentId\" FROM \"KeptDrafts\"");
        var payments = Ids(folder, "SELECT \"Id\" FROM \"Payments\"");
        var kept = said.Where(line => line[0] == "kept").Select(line => line[1]).Distinct();
        Assert.True(kept.All(id => drafts.Contains(id) || payments.Contains(id)), $"{when}: neither draft nor payment");
        Assert.True(said.Where(line => line[0] == "registered").All(line => payments.Contains(line[1])), $"{when}: a payment is lost");
        Assert.True(said.Where(line => line[0] == "closed").All(line => !drafts.Contains(line[1])), $"{when}: a closed window left a draft");
        Assert.True(said.All(line => line[0] is "kept" or "registered" or "closed" or "left"), $"{when}: {string.Join('\n', said.Select(line => string.Join(' ', line)))}");
        Assert.InRange(drafts.Count, 0, PeopleCount);
    }

    private static Task<List<string[]>> RunUntilKilledAsync(string folder, string people, int lines, TimeSpan delay) => RunAsync(
        folder, people, onlyLeft: false, async process =>
        {
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            process.Kill(); // SIGKILL: no handler runs
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        },
        lines);

    /// <returns>What the process said, word by word; the last line may have been cut.</returns>
    private static async Task<List<string[]>> RunAsync(string folder, string people, bool onlyLeft, Func<Process, Task> end, int lines = 0)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.ApplicationPath, $"--Database:Folder={folder}"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(WindowServer).Assembly.Location,
                ["DOTNET_TieredPGO"] = "0", // it does not live long enough to gain by it
                [WindowServer.PeopleVariable] = people,
                [WindowServer.OnlyLeftVariable] = onlyLeft ? "1" : "",
            },
        }) ?? throw new InvalidOperationException("The program did not start.");

        List<string[]> said = [];
        for (var line = 0; line < lines; line++)
        {
            said.Add(Words(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))
                ?? throw new InvalidOperationException("The program ended by itself."));
        }

        await end(process);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Words(line) is { } words)
            {
                said.Add(words);
            }
        }

        return said;
    }

    // kept 019d7a52-…
    private static string[]? Words(string? line) => line?.Split(' ') is { Length: >= 2 } words && Guid.TryParse(words[^1], out var id)
        ? [string.Join(' ', words[..^1]), id.ToString("D", CultureInfo.InvariantCulture)]
        : null;

    // As a program that starts after the crash: no connection of ours was open meanwhile.
    private static HashSet<string> Ids(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection(new DatabaseOptions { Folder = folder.Path }.SqliteConnectionString(pooled: false));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        HashSet<string> ids = [];
        while (reader.Read())
        {
            ids.Add(reader.GetString(0).ToLowerInvariant());
        }

        return ids;
    }
}
