namespace PaymentsApp.Invoicing.Import;

/// <summary>How a column writes its dates.</summary>
public enum DateOrder
{
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}
