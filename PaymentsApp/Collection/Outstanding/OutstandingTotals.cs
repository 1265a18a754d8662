using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>What all organizations of a list owe, not only those of one page.</summary>
/// <param name="Aging">One for each currency.</param>
/// <param name="Count">How many organizations; null where they are not counted.</param>
public sealed record OutstandingTotals(IReadOnlyList<Aging> Aging, int? Count)
{
    public static OutstandingTotals None { get; } = new([], null);

    public MoneyPerCurrency Outstanding => new(Aging.Select(aging => aging.Total));

    public MoneyPerCurrency Overdue => new(Aging.Select(aging => aging.Total - aging.Part(0)));
}
