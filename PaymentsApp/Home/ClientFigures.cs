using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>What a sales rep sees first: own clients only.</summary>
public sealed record ClientFigures(
    int ClientCount,
    IReadOnlyList<Money> Outstanding,
    IReadOnlyList<Money> Overdue,
    IReadOnlyList<Money> PaidLately,
    IReadOnlyList<OverdueClient> OverdueClients,
    IReadOnlyList<RecentPayment> RecentPayments)
{
    public IReadOnlyList<Money> PaidToday { get; init; } = [];

    /// <summary>Due in the last days and not paid.</summary>
    public IReadOnlyList<Money> NewlyOverdue { get; init; } = [];
}
