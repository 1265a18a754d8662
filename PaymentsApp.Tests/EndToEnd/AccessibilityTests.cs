using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>Every screen in both themes, and on a phone. Script errors and refused content fail here too, see the base.</summary>
public sealed partial class AccessibilityTests(Browser browser, DemoApp demo) : EndToEndTest(browser, demo)
{
    private const int PhoneWidth = 390;

    // A window may need some frames to shrink. Asked in one go: the page lets nothing be compiled later.
    private const string SettledWidth = """
        () => new Promise(done => {
          const until = performance.now() + 2000;
          const look = () => {
            const width = Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll("[role=dialog]")].map(d => d.scrollWidth));
            if (width <= 390 || performance.now() > until) done(width); else requestAnimationFrame(look);
          };
          look();
        })
        """;

    // A theme changes colours only; names, roles and order were looked at in the other one.
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    [Fact]
    public async Task No_screen_has_a_serious_barrier_in_either_theme_or_scrolls_sideways_on_a_phone()
    {
        var findings = new List<string>();

        await OnEveryScreenAsync(async (page, name) =>
        {
            foreach (var (theme, rules) in new[] { (ColorScheme.Light, null), (ColorScheme.Dark, ColourRules) })
            {
                // Without motion: what is half faded in has contrasts that are not its own.
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                findings.AddRange((await Axe.BarriersAsync(page, rules)).Select(barrier => $"{name}, {theme}: {barrier}"));
            }

            await page.SetViewportSizeAsync(PhoneWidth, 844);
            if (await page.EvaluateAsync<int>(SettledWidth) is > PhoneWidth and var width)
            {
                findings.Add($"{name} is {width} px wide on a phone");
            }

            await page.SetViewportSizeAsync(1280, 900);
        });

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Every_address_of_the_program_is_among_the_screens()
    {
        var tested = (await Screens.AllAsync(await Demo.ServerAsync())).Select(screen => screen.Path)
            .Concat(["/account/sign-in", "/payments/x"]).ToList();
        var routes = SourceFile.Of("PaymentsApp").Where(file => file.IsRazor)
            .SelectMany(file => Route().Matches(file.Code).Select(match => match.Groups["route"].Value))
            .Except(["/account/first-administrator", "/account/no-access", "/error", "/refused", "/finance/collection", "/ad-sales/organizations/{Id:int}"]);

        var missing = routes.Where(route => !tested.Exists(path =>
            Regex.IsMatch(path, "^" + Regex.Replace(route, @"\{[^}]+\}", "[^/]+") + @"(\?.*)?$", RegexOptions.IgnoreCase)));

        Assert.Empty(missing);
    }

    // The sign-in page, every screen of every person, and Finance's window and a payment's page.
    private async Task OnEveryScreenAsync(Func<IPage, string, Task> look)
    {
        var server = await Demo.ServerAsync();
        await look(await OpenAsync(server, "/account/sign-in"), "/account/sign-in");
        foreach (var screens in (await Screens.AllAsync(server)).GroupBy(screen => screen.Person))
        {
            var page = await SignInAsync(screens.Key, "/");
            foreach (var (_, path) in screens)
            {
                await page.GotoAsync(path);
                await page.Locator("h1").First.WaitForAsync();
                if (!page.Url.Contains("/account/", StringComparison.Ordinal)) // these are plain pages, without a circuit
                {
                    await AliveAsync(page);
                }

                await look(page, $"{path} ({screens.Key})");
            }

            if (screens.Key == Screens.Finance)
            {
                await LookAtPaymentAsync(page, look);
            }
        }
    }

    private static async Task LookAtPaymentAsync(IPage page, Func<IPage, string, Task> look)
    {
        await GoAsync(page, Payments);
        await page.Locator("a[href^='payments/']").First.ClickAsync();
        await page.WaitForURLAsync("**/payments/**");
        await AliveAsync(page);
        await look(page, "a payment");
        await GoAsync(page, RegisterPayments);
        await page.GetByRole(AriaRole.Row).Nth(1).ClickAsync();
        await NewAsync(page);
        await look(page, "the New payment window");
    }

    [GeneratedRegex("@page \"(?<route>[^\"]+)\"")]
    private static partial Regex Route();
}
