using Microsoft.Playwright;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>Debian's Chromium without a window.</summary>
internal sealed class HeadlessBrowser : IDisposable
{
    private const string ExecutablePath = "/usr/bin/chromium";
    private const float TimeoutMilliseconds = 60_000;

    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private HeadlessBrowser(IPlaywright playwright, IBrowser chromium)
    {
        _playwright = playwright;
        _chromium = chromium;
    }

    public static async Task<HeadlessBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new HeadlessBrowser(
            playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ExecutablePath, Args = Switches }));
    }

    /// <summary>A person with cookies of their own.</summary>
    public async Task<IBrowserContext> NewPersonAsync(Uri address)
    {
        var person = await _chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = "en-US",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        person.SetDefaultTimeout(TimeoutMilliseconds);
        return person;
    }

    public void Dispose() => _playwright.Dispose();
}
