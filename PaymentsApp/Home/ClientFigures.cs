using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>What a sales rep sees first: own clients only.</summary>
public sealed record ClientFigures(
    int ClientCount,
    IReadOnlyList<Money> Outstanding,
    IReadOnlyList<Money> Overdue,
    IReadOnlyList<Money> PaidLately,
    IReadOnlyList<OverdueClient> OverdueClients,
    IReadOnlyList<RecentPayment> RecentPayments);
