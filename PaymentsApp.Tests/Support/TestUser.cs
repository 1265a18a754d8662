using System.Security.Claims;
using PaymentsApp.Security;

namespace PaymentsApp.Tests.Support;

/// <summary>A person with real rows: user, roles and a living session.</summary>
public sealed record TestUser(string Id, string DisplayName, string SessionId)
{
    /// <summary>Nobody.</summary>
    public static ClaimsPrincipal SignedOut { get; } = new(new ClaimsIdentity());

    /// <summary>What the sign-in cookie says: who, and which session; nothing about rights.</summary>
    public ClaimsPrincipal Principal => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Id),
            new Claim(ClaimTypes.Name, DisplayName),
            new Claim(SessionClaims.SessionId, SessionId),
            new Claim(SessionClaims.DisplayName, DisplayName),
        ],
        authenticationType: "Test"));
}
