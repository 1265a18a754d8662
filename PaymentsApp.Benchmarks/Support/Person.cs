using System.Security.Claims;
using PaymentsApp.Security;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>Somebody with real rows in the database: user, role and a living session.</summary>
internal sealed record Person(string Id, string SessionId)
{
    /// <summary>What the sign-in cookie says.</summary>
    public ClaimsPrincipal Principal => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, Id), new Claim(ClaimTypes.Name, Id), new Claim(SessionClaims.SessionId, SessionId)],
        authenticationType: "Benchmark"));
}
