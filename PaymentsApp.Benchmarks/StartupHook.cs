using System.Globalization;
using System.Net;
using System.Net.Sockets;

/// <summary>
/// Loaded by the runtime into a program that is measured (DOTNET_STARTUP_HOOKS names this assembly; the runtime asks for
/// this type without a namespace). To whoever connects it says what memory is in use after a full collection, so that the
/// program itself needs no such door.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable with the port to listen on.</summary>
    public const string PortVariable = "PAYMENTSAPP_BENCHMARK_PROBE";

    public static void Initialize()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(PortVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            _ = AnswerAsync(listener);
        }
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var writer = new StreamWriter(client.GetStream());
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{LiveBytes()} {PrivateBytes()}"));
        }
    }

    private static long LiveBytes()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    // RssAnon:	  123456 kB
    private static long PrivateBytes()
    {
        const string Anonymous = "RssAnon:";
        var line = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Anonymous, StringComparison.Ordinal))
            : null;
        return line is null ? 0 : long.Parse(line[Anonymous.Length..^3].Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
