using PaymentsApp.Domain;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>A check run as its screen shows it.</summary>
/// <param name="Version">To be said with the next change.</param>
/// <param name="Rows">In the order in which they were typed.</param>
/// <param name="Payers">The names of the payers, by id.</param>
/// <param name="Registered">The numbers of the checks that are payments by now, by payment id.</param>
/// <param name="IsPosted">All are.</param>
public sealed record CheckRun(
    Guid Id, int Version, DateOnly ReceivedOn, string Currency, Money? ControlTotal, IReadOnlyList<CheckRunRow> Rows,
    IReadOnlyDictionary<int, string> Payers, IReadOnlyDictionary<Guid, long> Registered, bool IsPosted)
{
    /// <summary>What was being typed when it was last kept; null for nothing.</summary>
    public CheckRunRow? Typing { get; init; }
}
