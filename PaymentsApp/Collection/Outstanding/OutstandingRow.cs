using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>What an organization owes, as the list shows it.</summary>
/// <param name="Owner">The sales rep; null when nobody owns the client.</param>
/// <param name="Overdue">The part of it that is due before the day.</param>
/// <param name="NotDue">The first part of the aging; the other four follow.</param>
/// <param name="OldestDueOn">When the oldest open invoice is due.</param>
/// <param name="DaysOverdue">How late that is; 0 when it is not yet due.</param>
/// <param name="LastPaymentOn">When money of it last arrived, as far as not reversed; null: never.</param>
/// <param name="Unapplied">Money and credit notes that are on no invoice.</param>
public sealed record OutstandingRow(
    int Id,
    string Name,
    string CustomerNumber,
    string? Owner,
    MoneyPerCurrency Outstanding,
    MoneyPerCurrency Overdue,
    MoneyPerCurrency NotDue,
    MoneyPerCurrency First,
    MoneyPerCurrency Second,
    MoneyPerCurrency Third,
    MoneyPerCurrency Over,
    DateOnly OldestDueOn,
    int DaysOverdue,
    DateOnly? LastPaymentOn,
    MoneyPerCurrency Unapplied)
{
    /// <summary>The next promised day, or the latest that was broken; null for none, and at a past day.</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>That promise was broken.</summary>
    public bool IsPromiseBroken { get; init; }

    /// <summary>When somebody looks at it again; null: nothing is planned.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>The five parts of the aging, in their order.</summary>
    public IReadOnlyList<MoneyPerCurrency> Parts => [NotDue, First, Second, Third, Over];
}
