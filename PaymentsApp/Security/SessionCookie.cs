using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace PaymentsApp.Security;

/// <summary>The sign-in cookie: who, and which session. Each request asks the database whether that session lives.</summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public const string Scheme = "session";

    public const string SignInPath = "/account/sign-in";

    /// <summary>What a cookie for https only is called: browsers refuse to take it from anywhere else.</summary>
    private const string SecureName = "__Host-payments";

    private const string PlainName = "payments";

    public static void Configure(CookieAuthenticationOptions options, SecurityOptions security, bool isHttpAllowed)
    {
        options.Cookie.Name = isHttpAllowed ? PlainName : SecureName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // Strict would lose the cookie on links in mails
        options.Cookie.SecurePolicy = isHttpAllowed ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

        // The idle limit is kept in the database: a circuit works for hours without a request that could renew a cookie.
        options.ExpireTimeSpan = security.Longest;
        options.SlidingExpiration = false;

        options.LoginPath = SignInPath;
        options.AccessDeniedPath = "/account/no-access";
        options.ReturnUrlParameter = "returnUrl";
        options.EventsType = typeof(SessionCookie);
    }

    /// <summary>
    /// Whoever signs in where somebody is signed in takes that one's place: the older session ends, with its screens in
    /// other tabs, and a copy of its cookie is worth nothing.
    /// </summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        if (context.HttpContext.User.FindFirstValue(SessionClaims.SessionId) is { } earlier
            && earlier != context.Principal?.FindFirstValue(SessionClaims.SessionId))
        {
            await sessions.EndAsync(earlier, CancellationToken.None);
        }

        await base.SigningIn(context);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // Scripts and styles are the same for everybody.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var cancel = context.HttpContext.RequestAborted;
        if (context.Principal?.FindFirstValue(SessionClaims.SessionId) is { } sessionId
            && await sessions.FindAsync(sessionId, cancel) is { } person)
        {
            // A line that was lost and is opened again is nobody's doing. What a person does on a screen says SessionActivity.
            if (!context.HttpContext.Request.Path.StartsWithSegments(SecurityPipeline.Circuits, StringComparison.OrdinalIgnoreCase))
            {
                await sessions.SeenAsync(sessionId, cancel);
            }

            context.ReplacePrincipal(person);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }
}
