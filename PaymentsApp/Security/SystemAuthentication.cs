using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace PaymentsApp.Security;

/// <summary>Makes a scope act as the program itself; registered by commands, never by the web server.</summary>
internal sealed class SystemAuthentication : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
        Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new SystemIdentity())));
}
