using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace PaymentsApp.Security;

/// <summary>A click or a key on a screen keeps the session alive; updates from elsewhere do not.</summary>
internal sealed class SessionActivity(AuthenticationStateProvider authentication) : CircuitHandler
{
    // Tests and commands put another provider in its place.
    private readonly SessionAuthentication? _authentication = authentication as SessionAuthentication;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _authentication?.Watch();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity =>
        {
            _authentication?.Touch();
            return next(activity);
        };
}
