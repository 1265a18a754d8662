using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// The real program in a process of its own: real Kestrel on a free port, its own data folder. It can be stopped, killed
/// and started again on the same port and data, and two of them can share one database.
/// </summary>
public sealed partial class AppServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _folder = new();
    private readonly AppServerOptions _options;
    private readonly StringBuilder _output = new();
    private TaskCompletionSource<Uri> _listening = new();
    private Process? _process;

    private AppServer(AppServerOptions options) => _options = options;

    /// <summary>For example http://127.0.0.1:40123/; stays the same over a restart.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The folder of the SQLite file and whatever else the program keeps.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>Everything the program has printed so far, over all its starts.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<AppServer> StartAsync(AppServerOptions? options = null)
    {
        var server = new AppServer(options ?? new AppServerOptions());
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StartAgainAsync()
    {
        _listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("The program did not start.");
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(_listening.Task, ended, Task.Delay(StartLimit));
        Address = first == _listening.Task
            ? await _listening.Task
            : throw new InvalidOperationException($"The program did not start to listen.\n{Output}");
    }

    /// <summary>Asks it to end, as a service manager does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            await Programs.RunAsync("kill", ["-TERM", $"{process.Id}"], CancellationToken.None);
        }

        await process.WaitForExitAsync().WaitAsync(StopLimit);
    }

    /// <summary>Ends it without warning, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process?.Kill(entireProcessTree: true);
        await (_process?.WaitForExitAsync() ?? Task.CompletedTask).WaitAsync(StopLimit);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _folder.Dispose();
    }

    // Now listening on: http://127.0.0.1:40123
    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex ListeningLine();

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
            ArgumentList = { Repository.ApplicationPath, "--urls", Address.GetLeftPart(UriPartial.Authority) },
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = _options.Environment;
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["Database__Folder"] = _folder.Path;
        foreach (var (key, value) in _options.Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }
}
