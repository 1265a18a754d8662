using System.Threading.RateLimiting;

namespace PaymentsApp.Security;

/// <summary>Whoever tries many passwords, or one password on many accounts, has to wait.</summary>
internal static class SignInLimit
{
    public static IServiceCollection AddSignInLimit(this IServiceCollection services, SecurityOptions security) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = async (rejected, cancel) =>
            {
                rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
                await rejected.HttpContext.Response.WriteAsync("Too many tries from your address. Wait a minute, then go back and try again.", cancel);
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsGuess(context.Request)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = security.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(string.Empty));
        });

    private static bool IsGuess(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments(SessionCookie.SignInPath, StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWithSegments(FirstAdministrator.Path, StringComparison.OrdinalIgnoreCase));
}
