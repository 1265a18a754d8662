using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace PaymentsApp.Tests.Support;

/// <summary>Says who is signed in to a scope, as a circuit's cookie does.</summary>
public sealed class TestAuthentication : AuthenticationStateProvider
{
    private ClaimsPrincipal _person = TestUser.SignedOut;

    public ClaimsPrincipal Person
    {
        get => _person;
        set
        {
            _person = value;
            NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
        }
    }

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(_person));
}
