using System.Net;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>One browser, two people after each other.</summary>
public sealed class SignInAgainTests
{
    [Fact]
    public async Task Whoever_kept_the_cookie_of_the_one_before_gets_nowhere_with_it()
    {
        await using var app = await AppServer.StartAsync();
        using var browser = new WebPerson(app);
        using var first = await browser.DemoSignInAsync("demo-finance");
        var kept = browser.SessionCookie!;

        using var second = await browser.DemoSignInAsync("demo-rep-1");

        using var thief = new WebPerson(app);
        thief.Cookies.Add(app.Address, new Cookie("payments", kept));
        using var answer = await thief.GetAsync("/finance/invoices");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/account/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        using var own = await browser.GetAsync("/ad-sales/organizations");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }
}
