using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>Says who is signed in to a scope, as a circuit's cookie does.</summary>
internal sealed class BenchmarkAuthentication : AuthenticationStateProvider
{
    public ClaimsPrincipal Person { get; set; } = new(new ClaimsIdentity());

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(Person));
}
