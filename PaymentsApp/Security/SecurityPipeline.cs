using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace PaymentsApp.Security;

/// <summary>Sign-in, sign-out, and the guard in front of circuits.</summary>
internal static class SecurityPipeline
{
    public const string SignOutPath = "/account/sign-out";
    public const string DemoSignInPath = "/account/demo-sign-in";

    public static readonly PathString Circuits = new("/_blazor");

    public static WebApplication UseSecurity(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(GuardCircuitsAsync);
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapSecurity(this WebApplication app)
    {
        app.MapPost(SignOutPath, SignOutAsync).AllowAnonymous();
        if (app.Environment.IsDevelopment())
        {
            app.MapPost(DemoSignInPath, DemoSignInAsync).AllowAnonymous();
        }

        return app;
    }

    /// <summary>Says on the console how the first administrator is made, as long as there is none.</summary>
    public static async Task OfferFirstAdministratorAsync(this WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var demo = await scope.ServiceProvider.GetRequiredService<DemoSignIn>().PeopleAsync(cancel);
        if (demo.Count == 0 && await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().OpenAsync(cancel) is { } code)
        {
            await Console.Out.WriteLineAsync(
                $"""

                 There is no administrator yet. Open {FirstAdministrator.Path} in the browser and enter this code:

                     {code}

                 It works once, and until the program stops.

                 """);
        }
    }

    // Nobody gets a circuit, and its memory, without being signed in; and no other site opens one with a visitor's cookie.
    private static Task GuardCircuitsAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (context.User.Identity?.IsAuthenticated is not true)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (!IsOwnOrigin(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (context.RequestServices.GetRequiredService<OpenScreens>().IsFlooded(context.User))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.CompletedTask;
        }

        return next(context);
    }

    // Browsers send the origin with every WebSocket and every POST.
    private static bool IsOwnOrigin(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length == 0
            ? !context.WebSockets.IsWebSocketRequest && !HttpMethods.IsPost(context.Request.Method)
            : Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, Sessions sessions, [FromForm] string? returnUrl)
    {
        if (context.User.FindFirstValue(SessionClaims.SessionId) is { } sessionId)
        {
            // Not cancelled when the browser leaves: who signs out is out.
            await sessions.EndAsync(sessionId, CancellationToken.None);
        }

        await context.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect(returnUrl is null ? SessionCookie.SignInPath + "?signedOut=true" : ReturnUrl.Local(returnUrl));
    }

    private static async Task<IResult> DemoSignInAsync(
        HttpContext context, DemoSignIn demo, SignInService signIn, [FromForm] string? person, [FromForm] string? returnUrl)
    {
        if (await demo.FindAsync(person, context.RequestAborted) is not { } found)
        {
            return Results.NotFound();
        }

        await context.SignInAsync(SessionCookie.Scheme, await signIn.StartAsync(found.Id, context.RequestAborted));
        return Results.LocalRedirect(ReturnUrl.Local(returnUrl));
    }
}
