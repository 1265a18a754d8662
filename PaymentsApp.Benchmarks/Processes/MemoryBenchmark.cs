using System.Globalization;
using Microsoft.Playwright;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>
/// What one more open screen costs the server: real Kestrel, real circuits, Chromium with many tabs; the memory in use
/// after a full collection, less the same for an empty Blazor page.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Tabs = 20;
    private const double BudgetBytes = 500 * 1024;
    private const string Password = "measuring memory of screens 27";
    private const string Email = "memory@example.com";

    public static async Task RunAsync(BenchmarkOptions options, Report report, CancellationToken cancel)
    {
        var published = await Publishing.PublishAsync(options, readyToRun: false, cancel);
        var data = await SeededDatabases.CopyAsync(options, options.Small, cancel);
        try
        {
            await AddPersonAsync(data, cancel);
            using var browser = await HeadlessBrowser.StartAsync();
            var (emptyManaged, emptyPrivate) = await EmptyAsync(published, browser, cancel);
            report.Add(Figure.Of("memory of an empty Blazor page", $"{Kilobytes(emptyManaged)} managed, {Kilobytes(emptyPrivate)} of the process"));
            foreach (var (name, path) in Screens)
            {
                // A program of its own each time: screens that were closed are kept for some minutes.
                await using var program = await RunningProgram.StartAsync(
                    [Path.Combine(published, "PaymentsApp.dll")],
                    new Dictionary<string, string> { ["Database:Folder"] = data, [$"{SecurityOptions.Section}:{nameof(SecurityOptions.AllowHttp)}"] = "true" },
                    cancel);
                await using var person = await browser.NewPersonAsync(program.Address);
                await SignInAsync(person);
                var (managed, process) = await PerTabAsync(program, person, path, "table tbody tr", cancel);
                report.Add(new Figure(
                    $"memory of an open screen, {name}, over an empty page", $"{Kilobytes(managed - emptyManaged)} managed, {Kilobytes(process - emptyPrivate)} of the process",
                    Kilobytes(emptyManaged), managed / emptyManaged, "≤ 500 KB", managed - emptyManaged <= BudgetBytes ? Verdict.Met : Verdict.Missed));
            }
        }
        finally
        {
            SeededDatabases.Remove(data);
        }
    }

    private static IEnumerable<(string Name, string Path)> Screens =>
    [
        ("Register payments", "/finance/collection/register-payments"),
        ("Payments", "/finance/collection/payments"),
        ("Organizations", "/ad-sales/organizations"),
    ];

    private static async Task AddPersonAsync(string data, CancellationToken cancel)
    {
        await using var program = await ProgramServices.OpenAsync(data, cancel);
        await program.AddWithPasswordAsync(new NewUser("Memory", Email, [Roles.Finance], Password), cancel);
    }

    private static async Task<(double Managed, double Private)> EmptyAsync(string published, HeadlessBrowser browser, CancellationToken cancel)
    {
        await using var host = await RunningProgram.StartAsync(
            [typeof(EmptyHost).Assembly.Location, EmptyHost.Word, published], new Dictionary<string, string>(), cancel);
        await using var person = await browser.NewPersonAsync(host.Address);
        return await PerTabAsync(host, person, "/", "h1", cancel);
    }

    // The first tabs pay for what all share (compiled code, caches): what counts is what the later ones add.
    private static async Task<(double Managed, double Private)> PerTabAsync(
        RunningProgram program, IBrowserContext person, string path, string shown, CancellationToken cancel)
    {
        List<IPage> pages = [];
        await OpenAsync(Tabs / 4);
        var before = await program.MemoryAsync(cancel);
        await OpenAsync(Tabs);
        var after = await program.MemoryAsync(cancel);
        foreach (var page in pages)
        {
            await page.CloseAsync();
        }

        return ((after.Managed - before.Managed) / (double)Tabs, (after.Private - before.Private) / (double)Tabs);

        async Task OpenAsync(int count)
        {
            for (var tab = 0; tab < count; tab++)
            {
                var page = await person.NewPageAsync();
                await page.GotoAsync(path);
                await page.Locator(shown).First.WaitForAsync();
                pages.Add(page);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    private static async Task SignInAsync(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email], input[autocomplete=username]").First.FillAsync(Email);
        await page.Locator("input[type=password]").First.FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("nav").First.WaitForAsync();
        await page.CloseAsync();
    }

    private static string Kilobytes(double bytes) => (bytes / 1024).ToString("0", CultureInfo.InvariantCulture) + " KB";
}
