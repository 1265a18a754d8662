namespace PaymentsApp.Security;

/// <summary>Where to go after signing in: an address of this program, never one that somebody smuggled into a link.</summary>
internal static class ReturnUrl
{
    public const string Home = "/";

    /// <summary>The path when it is one of ours, else home.</summary>
    public static string Local(string? url) => IsLocal(url) ? url! : Home;

    // A browser reads "//host" and "/\host" as another host, and drops tabs and line ends before it reads.
    private static bool IsLocal(string? url) =>
        url is ['/', ..]
        && url is not ['/', '/', ..]
        && url.Length <= 2000
        && !url.Any(c => c == '\\' || char.IsControl(c))
        && !url.StartsWith("/account/", StringComparison.OrdinalIgnoreCase);
}
