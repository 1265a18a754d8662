using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>What Finance sees first. Sums are one per currency, the company's own first, then by open invoices.</summary>
public sealed record FinanceFigures(
    IReadOnlyList<Money> ReceivedToday,
    IReadOnlyList<Money> ReceivedLately,
    IReadOnlyList<Money> Outstanding,
    IReadOnlyList<Money> Overdue,
    int OverdueCount,
    IReadOnlyList<Money> Unapplied,
    IReadOnlyList<Aging> Aging,
    IReadOnlyList<RecentPayment> RecentPayments)
{
    /// <summary>What arrived on each of the last days, in the first currency; the oldest first.</summary>
    public IReadOnlyList<ReceivedOnDay> ByDay { get; init; } = [];

    /// <summary>Who owes most in the first currency.</summary>
    public IReadOnlyList<LargestDebtor> Debtors { get; init; } = [];

    public required DateOnly Today { get; init; }
}
