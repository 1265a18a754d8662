using System.Net;
using System.Text.RegularExpressions;

namespace PaymentsApp.Tests.Support;

/// <summary>A person at a browser without scripts: cookies, forms with their tokens, redirects not followed.</summary>
public sealed partial class WebPerson : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;

    public WebPerson(AppServer app) => _http = new HttpClient(_handler) { BaseAddress = app.Address };

    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>The sign-in cookie's value, or null.</summary>
    public string? SessionCookie => Cookies.GetAllCookies().SingleOrDefault(cookie => cookie.Name == "payments")?.Value;

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public async Task<string> PageAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page of a form, and sends the form with its token.</summary>
    /// <param name="page">Where the form is.</param>
    /// <param name="action">Where it is sent to; the page itself when null.</param>
    /// <param name="fields">What was typed.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string? action, params (string Name, string Value)[] fields)
    {
        var token = TokenField().Match(await PageAsync(page)).Groups["token"].Value;
        return await PostAsync(action ?? page, [("__RequestVerificationToken", token), .. fields]);
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string page = "/account/sign-in") =>
        SubmitAsync(page, null, ("_handler", "sign-in"), ("Posted.Email", email), ("Posted.Password", password));

    public Task<HttpResponseMessage> DemoSignInAsync(string person, string returnUrl = "/") =>
        SubmitAsync("/account/sign-in", "/account/demo-sign-in", ("person", person), ("returnUrl", returnUrl));

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex TokenField();
}
