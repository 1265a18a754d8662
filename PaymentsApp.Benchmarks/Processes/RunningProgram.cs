using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>A program in a process of its own, on a free port; ended when disposed.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly int _probePort;

    private RunningProgram(Process process, int probePort, Uri address)
    {
        _process = process;
        _probePort = probePort;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts "dotnet DLL WORDS" and waits until it listens.</summary>
    public static async Task<RunningProgram> StartAsync(
        IEnumerable<string> words, IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        var probePort = FreePort();
        var start = new ProcessStartInfo("dotnet", [.. words, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.PortVariable] = probePort.ToString(CultureInfo.InvariantCulture);
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.OutputDataReceived += (_, line) =>
        {
            if (ListeningLine().Match(line.Data ?? string.Empty) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups[1].Value));
            }
        };
        process.BeginOutputReadLine();
        return new RunningProgram(process, probePort, await listening.Task.WaitAsync(StartLimit, cancel));
    }

    /// <summary>Managed memory in use and private memory of the process, in bytes, after a full collection.</summary>
    public async Task<(long Managed, long Private)> MemoryAsync(CancellationToken cancel)
    {
        using var probe = new TcpClient();
        await probe.ConnectAsync(IPAddress.Loopback, _probePort, cancel);
        using var reader = new StreamReader(probe.GetStream());
        var figures = (await reader.ReadToEndAsync(cancel)).Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return (figures[0], figures[1]);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Now listening on: http://127.0.0.1:40123
    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex ListeningLine();
}
