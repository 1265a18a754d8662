namespace PaymentsApp.Banking.Reading;

/// <summary>How figures of a date follow each other.</summary>
internal enum DateOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}
