using System.Net;

namespace PaymentsApp.Security;

/// <summary>Says why a sign-in cannot work: browsers drop a cookie for https that comes over plain http from another machine.</summary>
internal sealed class SecureTransport(bool isHttpAllowed)
{
    public IReadOnlyList<string> Problems(HttpRequest request) =>
        isHttpAllowed || request.IsHttps || IsThisMachine(request.Host.Host)
            ? []
            : ["Passwords are only taken over https. Whoever runs this program puts https in front of it, or sets Security:AllowHttp where the network is trusted."];

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
