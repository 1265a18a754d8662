using Microsoft.AspNetCore.Components.Server.Circuits;

namespace PaymentsApp.Components.Layout;

/// <summary>The line between the program and one browser tab.</summary>
public sealed class Connection : CircuitHandler
{
    /// <summary>False while the browser does not answer.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>
    /// The line is there again after it was lost. What was shown meanwhile comes by itself, what was asked of the browser's
    /// scripts does not.
    /// </summary>
    public event Action? CameBack;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!IsUp)
        {
            IsUp = true;
            CameBack?.Invoke();
        }

        return Task.CompletedTask;
    }
}
