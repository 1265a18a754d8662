using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PaymentsApp.Security;

/// <summary>Whoever tries many passwords, or one password on many accounts, has to wait.</summary>
internal static class SignInLimit
{
    private const int NetworkBytes = 8;

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
                    Caller(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = security.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(string.Empty));
        });

    /// <summary>Who counts as one caller: an IPv4 address, or an IPv6 network, of which one line has 2^64 addresses.</summary>
    internal static string Caller(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"{new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]])}/64"
            : address.ToString();
    }

    private static bool IsGuess(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments(SessionCookie.SignInPath, StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWithSegments(FirstAdministrator.Path, StringComparison.OrdinalIgnoreCase));
}
