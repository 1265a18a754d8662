using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

[assembly: AssemblyFixture(typeof(Browser))]

namespace PaymentsApp.Tests.Support;

/// <summary>
/// One headless Chromium for the test run, started when the first test asks for a page. Where there is none, the test that
/// asks is skipped and says so.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Missing = "Chromium is not installed (Debian: apt-get install chromium)";
    private const float TimeoutMilliseconds = 20_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> _started = new(StartAsync);

    private static string? ExecutablePath { get; } = Programs.Find(Names);

    /// <summary>A person with cookies of their own. Dispose it to close all their pages.</summary>
    public async Task<IBrowserContext> NewPersonAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        Needs.That(ExecutablePath is not null, orElse: Missing);
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address.ToString();
        options.Locale ??= "en-US";
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };

        var (_, chromium) = await _started.Value;
        var context = await chromium.NewContextAsync(options);
        context.SetDefaultTimeout(TimeoutMilliseconds);
        return context;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
        {
            var (playwright, chromium) = await _started.Value;
            await chromium.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(TimeoutMilliseconds);
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExecutablePath,
            Args = Switches,
        });
        return (playwright, chromium);
    }
}
