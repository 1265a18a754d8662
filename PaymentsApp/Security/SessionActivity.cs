using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace PaymentsApp.Security;

/// <summary>
/// A click or a key on a screen keeps the session alive; updates from elsewhere and a line that comes back do not. Each
/// screen takes one of the places that a person has.
/// </summary>
internal sealed class SessionActivity(AuthenticationStateProvider authentication, OpenScreens screens, ScreenPlace place) : CircuitHandler
{
    // Tests and commands put another provider in its place.
    private readonly SessionAuthentication? _authentication = authentication as SessionAuthentication;
    private string? _userId;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _userId = (await authentication.GetAuthenticationStateAsync()).User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (_userId is not null)
        {
            place.IsGiven = screens.Open(_userId);
            place.Limit = screens.Limit;
        }

        _authentication?.Watch();
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_userId is not null)
        {
            screens.Close(_userId);
            _userId = null;
        }

        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity =>
        {
            _authentication?.Touch();
            return next(activity);
        };
}
