using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.CommandLine;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>The program ends in the middle of its work, as when somebody pulls the plug: what it said was saved is there.</summary>
public sealed class KilledProcessTests
{
    private const int Portion = 100;

    [Fact]
    public async Task What_was_said_to_be_saved_survives_a_kill()
    {
        var random = new Random(9);
        for (var round = 0; round < 3; round++)
        {
            using var folder = new TemporaryFolder();
            var saved = await SeedUntilKilledAsync(folder.Path, portions: random.Next(1, 12), random.Next(0, 40));

            // The backup reads the write-ahead log that the dead process left, and verifies what it copied.
            var copied = await CommandRun.OnFolderAsync(folder.Path, "backup", folder.File("copy.db"));
            Assert.True(copied.Code == ExitCode.Done, copied.Output + copied.Errors);
            await using var restarted = await TestDatabase.RestoreAsync(folder.File("copy.db"));
            var there = await restarted.ReadAsync(db => db.Invoices.CountAsync());
            Assert.InRange(there, saved, saved + (2 * Portion));
            Assert.Equal(0, there % Portion);
        }
    }

    /// <returns>How many invoices the program had said were written when it was killed.</returns>
    private static async Task<int> SeedUntilKilledAsync(string folder, int portions, int delayMilliseconds)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Repository.ApplicationPath, "seed", "--invoices", "500000", "--portion", $"{Portion}", $"--Database:Folder={folder}"])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The program did not start.");

        var saved = 0;
        for (var lines = 0; lines < portions; lines++)
        {
            saved = Saved(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        await Task.Delay(delayMilliseconds, TestContext.Current.CancellationToken);
        process.Kill(); // SIGKILL: no handler runs
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            saved = Saved(line);
        }

        return saved;
    }

    // 1,200 of 500,000 invoices, 0.9 s
    private static int Saved(string? line) => int.Parse(
        line?.Split(' ')[0] ?? throw new InvalidOperationException("The program ended by itself."), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
