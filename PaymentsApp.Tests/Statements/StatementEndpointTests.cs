using System.Net;
using PaymentsApp.Tests.EndToEnd;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Statements;

/// <summary>The address of the PDF, as a browser asks for it.</summary>
public sealed class StatementEndpointTests(DemoApp demo)
{
    [Fact]
    public async Task Who_may_see_the_account_gets_the_document_and_nobody_else()
    {
        var server = await demo.ServerAsync();
        using var finance = new WebPerson(server);
        (await finance.DemoSignInAsync("demo-finance")).Dispose();
        using var rep = new WebPerson(server);
        (await rep.DemoSignInAsync("demo-rep-1")).Dispose();
        using var admin = new WebPerson(server);
        (await admin.DemoSignInAsync("demo-admin")).Dispose();
        using var nobody = new WebPerson(server);

        var seen = new List<HttpStatusCode>();
        foreach (var id in Enumerable.Range(1, 8))
        {
            using var whole = await finance.GetAsync($"/statements/{id}");
            Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
            Assert.StartsWith("%PDF-", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var own = await rep.GetAsync($"/statements/{id}");
            seen.Add(own.StatusCode);
        }

        Assert.Contains(HttpStatusCode.OK, seen);
        Assert.Contains(HttpStatusCode.NotFound, seen);
        using var missing = await rep.GetAsync("/statements/999999");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var refused = await admin.GetAsync("/statements/1");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        using var away = await nobody.GetAsync("/statements/1");
        Assert.Equal(HttpStatusCode.Found, away.StatusCode);
        Assert.StartsWith("/account/sign-in", away.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_within_own_pages_only_and_kept_nowhere()
    {
        var server = await demo.ServerAsync();
        using var person = new WebPerson(server);
        (await person.DemoSignInAsync("demo-finance")).Dispose();

        using var shown = await person.GetAsync("/statements/1?form=Activity");
        using var kept = await person.GetAsync("/statements/1?download=true");

        Assert.Equal("application/pdf", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition!.DispositionType);
        var policy = Assert.Single(shown.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        using var page = await person.GetAsync("/statements/abc");
        Assert.DoesNotContain("frame-ancestors 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
