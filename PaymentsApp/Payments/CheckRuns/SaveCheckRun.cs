using PaymentsApp.Domain;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>Keeps a run as it is typed now.</summary>
/// <param name="Id">Made by the screen (Guid v7).</param>
/// <param name="Version">The one that the screen saw; 0 for a new run.</param>
/// <param name="ControlTotal">What the tape says; null: not typed yet.</param>
public sealed record SaveCheckRun(Guid Id, int Version, DateOnly ReceivedOn, string Currency, Money? ControlTotal, IReadOnlyList<CheckRunRow> Rows)
{
    /// <summary>The line that is being typed; null for an empty one.</summary>
    public CheckRunRow? Typing { get; init; }
}
