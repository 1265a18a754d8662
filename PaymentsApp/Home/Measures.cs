namespace PaymentsApp.Home;

/// <summary>How fast money comes in, in the currency with which Finance begins.</summary>
/// <param name="DaysOutstanding">Null: nothing was billed.</param>
/// <param name="DaysCountedBack">Null: more is open than a year's invoices.</param>
/// <param name="Effectiveness">In percent; null: nothing was there to collect.</param>
/// <param name="At">When it was read, on the company's clock.</param>
public sealed record Measures(
    string Currency, int? DaysOutstanding, int? DaysCountedBack, int? Effectiveness, IReadOnlyList<ReceivedOfType> ByType, DateOnly WeekFrom, DateOnly MonthFrom, DateTime At);
