using System.Diagnostics;

namespace PaymentsApp.Tests.Support;

/// <summary>Other programs that tests need: where they are, and how to run one to its end.</summary>
internal static class Programs
{
    /// <summary>The first of the names that is in one of the folders or on the PATH; null when there is none.</summary>
    public static string? Find(IEnumerable<string> names, params IEnumerable<string> folders)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var places = folders.Concat(path).ToList();
        return names
            .SelectMany(name => places.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    public static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");

        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{await output}\n{await errors}");
        }
    }
}
