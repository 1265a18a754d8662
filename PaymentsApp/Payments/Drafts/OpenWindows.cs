using System.Collections.Concurrent;
using PaymentsApp.Components.Layout;

namespace PaymentsApp.Payments.Drafts;

/// <summary>
/// The New payment windows that are open in this process. What is being typed in one tab is not offered as unfinished in another; it is as soon as
/// the window's line is lost, because then the person may be looking for it.
/// </summary>
public sealed class OpenWindows
{
    private readonly ConcurrentDictionary<Guid, Connection> _windows = new();

    /// <summary>A window opened with this payment's id.</summary>
    public void Hold(Guid paymentId, Connection connection) => _windows[paymentId] = connection;

    /// <summary>It was closed, or went on to another payment.</summary>
    /// <param name="connection">Of the window: the same draft opened in another tab stays held there.</param>
    public void Release(Guid paymentId, Connection connection) => _windows.TryRemove(KeyValuePair.Create(paymentId, connection));

    /// <summary>Whether somebody has it in front of him.</summary>
    public bool IsOpen(Guid paymentId) => _windows.TryGetValue(paymentId, out var connection) && connection.IsUp;
}
