using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task Every_answer_tells_the_browser_what_to_allow()
    {
        await using var app = await AppServer.StartAsync(new AppServerOptions { Environment = "Production" });
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };

        foreach (var path in new[] { "", "account/sign-in", "error", "nothing-here", "favicon.svg", "app.css", "_framework/blazor.web.js", "_blazor/negotiate" })
        {
            using var answer = await http.GetAsync(path);
            var policy = Header(answer, "Content-Security-Policy");

            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.False(answer.Headers.Contains("Server"), path);
            Assert.False(answer.Headers.Contains("X-Powered-By"), path);
        }
    }

    [Fact]
    public async Task Browser_that_came_over_https_is_told_to_come_over_nothing_else()
    {
        await using var app = await AppServer.StartAsync(new AppServerOptions
        {
            Environment = "Production",
            Settings = new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" },
        });
        using var http = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "account/sign-in");
        request.Headers.Host = "payments.example.com";
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await http.SendAsync(request);
        using var plain = await http.GetAsync("account/sign-in");

        Assert.Equal("max-age=31536000", Header(answer, "Strict-Transport-Security"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Pages_are_not_kept_and_files_are()
    {
        await using var app = await AppServer.StartAsync(new AppServerOptions { Environment = "Production" });
        using var http = new HttpClient { BaseAddress = app.Address };

        using var page = await http.GetAsync("account/sign-in");
        using var missing = await http.GetAsync("nothing-here");
        using var file = await http.GetAsync("favicon.svg");

        Assert.Equal("no-store", Header(page, "Cache-Control"));
        Assert.Equal("no-store", Header(missing, "Cache-Control"));
        Assert.DoesNotContain("no-store", Header(file, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_paint_has_the_chosen_theme()
    {
        await using var app = await AppServer.StartAsync();

        Assert.Contains("data-theme=\"dark\"", await PageAsync(app, "theme=dark; nav=narrow"), StringComparison.Ordinal);
        Assert.Contains("data-nav=\"narrow\"", await PageAsync(app, "theme=dark; nav=narrow"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme=", HtmlTag(await PageAsync(app, "")), StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme=", HtmlTag(await PageAsync(app, "theme=\"onload=alert(1)")), StringComparison.Ordinal);
        Assert.Contains("media=\"(prefers-color-scheme: dark)\"", await PageAsync(app, ""), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(AppServer app, string cookies)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies);
        return await http.GetStringAsync("account/sign-in");
    }

    private static string HtmlTag(string page) => page[page.IndexOf("<html", StringComparison.Ordinal)..page.IndexOf("<head", StringComparison.Ordinal)];

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(
        answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.TryGetValues(name, out values) ? values : []);
}
