using System.Diagnostics;
using PaymentsApp.Benchmarks.Support;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>Publishes the program as an administrator would.</summary>
internal static class Publishing
{
    /// <summary>The folder of the published program.</summary>
    /// <param name="options">Name the folder beside which it goes.</param>
    /// <param name="readyToRun">Compiled to machine code ahead of the start.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<string> PublishAsync(BenchmarkOptions options, bool readyToRun, CancellationToken cancel)
    {
        var folder = Path.Combine(options.CacheFolder, readyToRun ? "published-ready-to-run" : "published");
        string[] how = readyToRun ? ["-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true"] : [];
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(Repository.Folder, "PaymentsApp"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo", .. how])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await publish.StandardOutput.ReadToEndAsync(cancel);
        await publish.WaitForExitAsync(cancel);
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException($"Not published:\n{output}");
    }
}
