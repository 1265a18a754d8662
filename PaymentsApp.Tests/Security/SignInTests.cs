using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

public sealed partial class SignInTests(ProductionServer server) : IClassFixture<ProductionServer>
{
    private const string Email = ProductionServer.AdminEmail;
    private const string Password = ProductionServer.Password;

    [Fact]
    public async Task Nobody_sees_anything_without_signing_in()
    {
        using var person = new WebPerson(server.App);

        foreach (var path in new[] { "/", "/finance/collection/payments", "/ad-sales/organizations/1/overview", "/admin/users", "/nothing/here", "/account/password" })
        {
            using var answer = await person.GetAsync(path);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", answer.Headers.Location!.PathAndQuery);
        }
    }

    [Fact]
    public async Task The_right_password_leads_back_to_where_one_wanted_to_go()
    {
        using var person = new WebPerson(server.App);

        using var answer = await person.SignInAsync(Email, Password, "/account/sign-in?returnUrl=%2Fadmin%2Fusers%3Fq%3Dada");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/admin/users?q=ada", PathOf(answer));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), header => header.StartsWith("payments=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await person.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_in_the_same_time()
    {
        using var person = new WebPerson(server.App);

        var (known, knownTime) = await RefusedAsync(person, Email);
        var (unknown, unknownTime) = await RefusedAsync(person, "nobody@example.com");

        Assert.Contains("E-mail or password is wrong.", known, StringComparison.Ordinal);
        Assert.Equal(known.Replace(Email, "", StringComparison.Ordinal), unknown.Replace("nobody@example.com", "", StringComparison.Ordinal));
        Assert.True(knownTime >= TimeSpan.FromMilliseconds(490) && unknownTime >= TimeSpan.FromMilliseconds(490), $"{knownTime} {unknownTime}");
        Assert.Null(person.SessionCookie);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var email = "locked@example.com";
        Assert.Equal(0, (await server.AddUserAsync(email, "finance", Password)).ExitCode);

        // All at once: none of them slips through between another one's check and its count.
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var guess = new WebPerson(server.App);
            using var refused = await guess.SignInAsync(email, "wrong password 1");
        }));
        using var person = new WebPerson(server.App);
        using var answer = await person.SignInAsync(email, Password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("E-mail or password is wrong.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before_it()
    {
        var email = "forgetful@example.com";
        await server.AddUserAsync(email, "AdSales", Password);
        using var person = new WebPerson(server.App);

        for (var round = 0; round < 2; round++)
        {
            for (var guess = 0; guess < 6; guess++)
            {
                using var refused = await person.SignInAsync(email, "wrong password 1");
            }

            using var answer = await person.SignInAsync(email, Password);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            person.Cookies.GetAllCookies().ToList().ForEach(cookie => cookie.Expired = true);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var person = new WebPerson(server.App);
        await person.PageAsync("/account/sign-in");

        using var signIn = await person.PostAsync("/account/sign-in", ("_handler", "sign-in"), ("Posted.Email", Email), ("Posted.Password", Password));
        using var first = await person.PostAsync("/account/first-administrator", ("_handler", "first-administrator"), ("Posted.Code", server.Code));
        using var signOut = await person.PostAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        Assert.Null(person.SessionCookie);
    }

    [Fact]
    public async Task A_cookie_is_dead_on_the_server_after_signing_out()
    {
        using var person = await SignedInAsync();
        using var thief = new WebPerson(server.App);
        thief.Cookies.Add(server.App.Address, new Cookie("payments", person.SessionCookie));
        using var before = await thief.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var get = await person.GetAsync("/account/sign-out");
        using var stillIn = await person.GetAsync("/admin/users");
        using var out1 = await person.SubmitAsync("/account/password", "/account/sign-out");

        Assert.False(get.IsSuccessStatusCode, $"{get.StatusCode}");
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode);
        Assert.Equal("/account/sign-in?signedOut=true", PathOf(out1));
        Assert.Null(person.SessionCookie);
        using var after = await thief.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task Each_sign_in_is_a_session_of_its_own()
    {
        using var person = await SignedInAsync();
        var first = person.SessionCookie;
        using var other = await SignedInAsync();
        person.Cookies.GetAllCookies().ToList().ForEach(cookie => cookie.Expired = true);
        person.Cookies.Add(server.App.Address, new Cookie("payments", "planted"));

        using var again = await person.SignInAsync(Email, Password);

        Assert.NotEqual("planted", person.SessionCookie);
        Assert.NotEqual(first, person.SessionCookie);
        using var page = await other.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_circuit_needs_a_signed_in_person_and_our_own_page()
    {
        using var stranger = new WebPerson(server.App);
        using var person = await SignedInAsync();
        var own = server.App.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(stranger, own));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(person, own));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(person, "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(person, "null"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(person, null));
    }

    [Fact]
    public async Task There_are_no_demo_people_in_production()
    {
        using var person = new WebPerson(server.App);

        using var answer = await person.DemoSignInAsync("demo-admin");

        Assert.DoesNotContain("demo", await person.PageAsync("/account/sign-in"), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(person.SessionCookie);
    }

    [Fact]
    public async Task One_changes_the_own_password_and_other_browsers_are_signed_out()
    {
        var email = "changes@example.com";
        await server.AddUserAsync(email, "Finance", Password);
        using var person = await SignedInAsync(email);
        using var elsewhere = await SignedInAsync(email);

        using var wrong = await ChangeAsync(person, "not the password", "five quick brown otters");
        using var weak = await ChangeAsync(person, Password, "password1234");
        using var done = await ChangeAsync(person, Password, "five quick brown otters");

        Assert.Contains("The current password is wrong.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("first that are tried", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Your password is changed.", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var here = await person.GetAsync("/");
        using var there = await elsewhere.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Equal(HttpStatusCode.Found, there.StatusCode);
    }

    [Fact]
    public async Task The_command_line_says_why_nobody_was_added()
    {
        var (weak, weakText) = await server.AddUserAsync("weak@example.com", "Finance", "short");
        var (role, roleText) = await server.AddUserAsync("role@example.com", "Boss", Password);
        var (twice, twiceText) = await server.AddUserAsync(Email, "Finance", Password);

        Assert.Equal((2, 2, 2), (weak, role, twice));
        Assert.Contains("12", weakText, StringComparison.Ordinal);
        Assert.Contains("Finance, AdSales, Admin", roleText, StringComparison.Ordinal);
        Assert.Contains("already taken", twiceText, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ChangeAsync(WebPerson person, string current, string password) => person.SubmitAsync(
        "/account/password", null, ("_handler", "password"), ("Posted.Current", current), ("Posted.Password", password));

    private static string PathOf(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } address ? address.PathAndQuery : answer.Headers.Location!.ToString();

    private static async Task<HttpStatusCode> NegotiateAsync(WebPerson person, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await person.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<(string Text, TimeSpan Time)> RefusedAsync(WebPerson person, string email)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await person.SignInAsync(email, "wrong password 1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (Token().Replace(await answer.Content.ReadAsStringAsync(), ""), Stopwatch.GetElapsedTime(started));
    }

    private async Task<WebPerson> SignedInAsync(string email = Email)
    {
        var person = new WebPerson(server.App);
        using var answer = await person.SignInAsync(email, Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return person;
    }

    [GeneratedRegex("""CfDJ8[\w-]+|nonce-[^'"]+|<!--Blazor[^>]*-->""")]
    private static partial Regex Token();
}
