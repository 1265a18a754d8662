using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class MoneyTests
{
    [Fact]
    public void Amounts_of_one_currency_add_and_subtract_to_the_cent()
    {
        Assert.Equal(new Money(30, "USD"), new Money(10, "USD") + new Money(20, "USD"));
        Assert.Equal(new Money(-10, "USD"), new Money(10, "USD") - new Money(20, "USD"));
        Assert.Equal(new Money(-10, "USD"), -new Money(10, "USD"));
    }

    [Fact]
    public void Two_currencies_never_mix()
    {
        var dollars = new Money(10, "USD");
        var euros = new Money(10, "EUR");

        Assert.Throws<InvalidOperationException>(() => dollars + euros);
        Assert.Throws<InvalidOperationException>(() => dollars - euros);
        Assert.Throws<InvalidOperationException>(() => dollars < euros);
        Assert.Throws<InvalidOperationException>(() => dollars.CompareTo(euros));
        Assert.Throws<InvalidOperationException>(() => new[] { dollars, euros }.Sum("USD"));
        Assert.NotEqual(dollars, euros);
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_an_error_not_a_wrong_amount()
    {
        var most = new Money(long.MaxValue, "USD");
        var least = new Money(long.MinValue, "USD");

        Assert.Throws<OverflowException>(() => most + new Money(1, "USD"));
        Assert.Throws<OverflowException>(() => least - new Money(1, "USD"));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => Money.Whole(long.MaxValue / 10, "USD"));
    }

    [Fact]
    public void Amounts_compare_by_size()
    {
        var small = new Money(1, "JPY");
        var large = new Money(2, "JPY");

        Assert.True(small < large && small <= large && large > small && large >= small);
        Assert.Equal(small, Money.Min(large, small));
        Assert.Equal(large, Money.Max(large, small));
        Assert.True(Money.Zero("JPY").IsZero);
        Assert.True(large.IsPositive);
        Assert.True((-large).IsNegative);
    }

    [Theory]
    [InlineData("JPY", 12)]
    [InlineData("USD", 1200)]
    [InlineData("KWD", 12000)]
    public void Whole_units_become_minor_units_of_the_currency(string currency, long minor) =>
        Assert.Equal(new Money(minor, currency), Money.Whole(12, currency));

    [Fact]
    public void Sum_of_nothing_is_zero_in_the_asked_currency()
    {
        Assert.Equal(Money.Zero("EUR"), Array.Empty<Money>().Sum("EUR"));
        Assert.Equal(new Money(6, "EUR"), new[] { 1, 2, 3 }.Sum("EUR", n => new Money(n, "EUR")));
    }

    [Fact]
    public void Parts_of_a_split_sum_to_the_whole_and_stay_within_a_cent_of_their_share()
    {
        var random = new Random(20260815);
        for (var i = 0; i < 5_000; i++)
        {
            var whole = new Money(random.NextInt64(-10_000_000_000, 10_000_000_000), "USD");
            var weights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextInt64(0, 1_000_000)).Append(1).ToArray();

            var parts = whole.Split(weights);

            Assert.Equal(whole, parts.Sum("USD"));
            var all = (decimal)weights.Sum();
            Assert.All(parts.Zip(weights), part =>
                Assert.True(Math.Abs(part.First.Minor - (whole.Minor * (part.Second / all))) < 1.01m));
        }
    }

    [Fact]
    public void A_split_needs_a_weight()
    {
        Assert.Throws<ArgumentException>(() => new Money(1, "USD").Split([]));
        Assert.Throws<ArgumentException>(() => new Money(1, "USD").Split([0, 0]));
        Assert.Throws<ArgumentException>(() => new Money(1, "USD").Split([2, -1]));
    }

    [Fact]
    public void Text_for_logs_is_the_same_under_every_culture()
    {
        Assert.Equal("-1234.50 USD", new Money(-123450, "USD").ToString());
        Assert.Equal("7 ???", new Money(7, "???").ToString());
    }
}
