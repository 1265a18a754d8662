using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.Tests.Invoicing.Import;

public sealed class ImportDatesTests
{
    [Theory]
    [InlineData("1/26/2013", DateOrder.MonthDayYear)]
    [InlineData("26/1/2013", DateOrder.DayMonthYear)]
    [InlineData("26.01.2013", DateOrder.DayMonthYear)]
    [InlineData("26. 1. 2013", DateOrder.DayMonthYear)]
    [InlineData("26.01.13", DateOrder.DayMonthYear)]
    [InlineData("2013-01-26", DateOrder.YearMonthDay)]
    [InlineData("2013/1/26", DateOrder.MonthDayYear)]
    [InlineData("20130126", DateOrder.YearMonthDay)]
    [InlineData("26012013", DateOrder.DayMonthYear)]
    [InlineData("2013-01-26T00:00:00", DateOrder.YearMonthDay)]
    [InlineData("26.01.2013 08:30", DateOrder.DayMonthYear)]
    [InlineData("26-Jan-2013", DateOrder.YearMonthDay)]
    [InlineData("Jan 26, 2013", DateOrder.YearMonthDay)]
    [InlineData("  1/26/2013 ", DateOrder.MonthDayYear)]
    public void A_date_reads_in_its_order(string text, DateOrder order)
    {
        Assert.True(ImportDates.TryParse(text, order, out var date));
        Assert.Equal(new DateOnly(2013, 1, 26), date);
    }

    [Theory]
    [InlineData("26/1/2013", DateOrder.MonthDayYear)]
    [InlineData("31.4.2013", DateOrder.DayMonthYear)]
    [InlineData("29/2/2013", DateOrder.DayMonthYear)]
    [InlineData("20131301", DateOrder.YearMonthDay)]
    [InlineData("1/26/2013", DateOrder.YearMonthDay)]
    [InlineData("0/0/0000", DateOrder.DayMonthYear)]
    [InlineData("1/1/0013", DateOrder.DayMonthYear)]
    [InlineData("1/1", DateOrder.DayMonthYear)]
    [InlineData("1/1/2013/5", DateOrder.DayMonthYear)]
    [InlineData("41300", DateOrder.YearMonthDay)]
    [InlineData("", DateOrder.YearMonthDay)]
    [InlineData("yesterday", DateOrder.YearMonthDay)]
    [InlineData("-1/-1/2013", DateOrder.DayMonthYear)]
    public void What_is_no_date_in_that_order_is_refused(string text, DateOrder order) =>
        Assert.False(ImportDates.TryParse(text, order, out _));

    [Fact]
    public void One_telling_date_decides_for_the_whole_column()
    {
        var evidence = new DateEvidence();
        Assert.Null(Order(evidence, "1/2/2013", "3/4/2013"));
        Assert.Equal("1/2/2013", evidence.Doubtful);

        Assert.Equal(DateOrder.MonthDayYear, Order(evidence, "1/26/2013"));
    }

    [Fact]
    public void A_stray_impossible_date_does_not_turn_the_column_into_a_question()
    {
        var evidence = new DateEvidence();
        var clear = Enumerable.Range(0, 50).Select(i => $"1/{13 + (i % 15)}/2013").ToArray();

        Assert.Equal(DateOrder.MonthDayYear, Order(evidence, [.. clear, "31/12/2013"]));
        Assert.Null(Order(evidence, [.. Enumerable.Repeat("31/12/2013", 40)]));
    }

    [Fact]
    public void Dates_that_read_the_same_both_ways_leave_nothing_to_ask() =>
        Assert.NotNull(Order(new DateEvidence(), "1/1/2013", "2/2/2013", "20130103"));

    private static DateOrder? Order(DateEvidence evidence, params string[] values)
    {
        foreach (var value in values)
        {
            evidence.Add(value);
        }

        return evidence.Order;
    }
}
