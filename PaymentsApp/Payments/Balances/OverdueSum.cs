using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>What of an organization is due before a day.</summary>
public sealed record OverdueSum(MoneyPerCurrency Amounts, DateOnly OldestDueOn)
{
    /// <summary>How late the oldest invoice is on this day.</summary>
    public int DaysLate(DateOnly today) => today.DayNumber - OldestDueOn.DayNumber;
}
