using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class RowSharesTests
{
    [Theory]
    [InlineData(RowSpread.FirstRowFirst, 60, new long[] { 50, 30, 20 }, new long[] { 10, 30, 20 })]
    [InlineData(RowSpread.FirstRowFirst, 20, new long[] { 50, 30, 20 }, new long[] { 0, 0, 20 })]
    [InlineData(RowSpread.FirstRowFirst, 70, new long[] { 50, -30, 50 }, new long[] { 20, 0, 50 })]
    [InlineData(RowSpread.Proportional, 60, new long[] { 50, 30, 20 }, new long[] { 30, 18, 12 })]
    [InlineData(RowSpread.Proportional, 100, new long[] { 100, 100, 100 }, new long[] { 34, 33, 33 })]
    [InlineData(RowSpread.Proportional, 5, new long[] { 1, 2, 4 }, new long[] { 1, 1, 3 })]
    [InlineData(RowSpread.Proportional, 0, new long[] { 50, 30 }, new long[] { 0, 0 })]
    [InlineData(RowSpread.Proportional, 40, new long[] { 50, -10 }, new long[] { 40, 0 })]
    public void What_is_open_is_spread_by_the_rule(RowSpread spread, long outstanding, long[] rows, long[] open) =>
        Assert.Equal(open, RowShares.OpenOf(rows, outstanding, spread));

    [Theory]
    [InlineData(RowSpread.FirstRowFirst, 4711)]
    [InlineData(RowSpread.Proportional, 4712)]
    public void Parts_add_up_and_no_row_is_open_beyond_its_amount(RowSpread spread, int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 5_000; run++)
        {
            long[] rows = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(5) == 0 ? -random.NextInt64(0, 50) : random.NextInt64(0, run % 2 == 0 ? 20 : long.MaxValue / 16))];
            var whole = rows.Where(row => row > 0).Sum();
            var outstanding = random.Next(4) switch { 0 => whole, 1 => 0, _ => random.NextInt64(0, whole + 1) };

            var open = RowShares.OpenOf(rows, outstanding, spread);

            Assert.Equal(outstanding, open.Sum());
            Assert.All(open.Zip(rows), part => Assert.InRange(part.First, 0, Math.Max(0, part.Second)));
        }
    }

    [Fact]
    public void More_than_the_rows_cannot_be_open() =>
        Assert.ThrowsAny<Exception>(() => RowShares.OpenOf([10, 20], 31, RowSpread.Proportional));
}
