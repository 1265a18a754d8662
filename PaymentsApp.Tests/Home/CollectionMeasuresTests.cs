using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Home;

public sealed class CollectionMeasuresTests
{
    [Theory]
    [InlineData(300_00, 900_00, 90, 30)]
    [InlineData(0, 900_00, 90, 0)]
    [InlineData(305_00, 900_00, 90, 31)] // 30.5 days
    [InlineData(long.MaxValue, 1, 90, int.MaxValue)]
    public void Days_outstanding_are_what_is_open_in_days_of_average_invoicing(long open, long billed, int days, int expected) =>
        Assert.Equal(expected, CollectionMeasures.DaysOutstanding(open, billed, days));

    [Fact]
    public void Nothing_billed_is_no_number_of_days() => Assert.Null(CollectionMeasures.DaysOutstanding(100, 0, 90));

    [Fact]
    public void Counted_back_are_the_latest_days_that_make_what_is_open()
    {
        Assert.Equal(0, CollectionMeasures.DaysCountedBack(0, [50]));
        Assert.Equal(1, CollectionMeasures.DaysCountedBack(50, [50, 50]));
        Assert.Equal(3, CollectionMeasures.DaysCountedBack(51, [50, 0, 50]));
        Assert.Null(CollectionMeasures.DaysCountedBack(101, [50, 0, 50]));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(100, 0, 100)]
    [InlineData(0, 100, 0)]
    [InlineData(200, 100, 67)]
    public void Effectiveness_is_the_collected_part_of_what_could_be_collected(long collected, long overdue, int? expected) =>
        Assert.Equal(expected, CollectionMeasures.Effectiveness(collected, overdue));
}
