using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class AmountExpressionTests
{
    [Theory]
    [InlineData("en-US", "USD", "120+35.50", 15550, "120.00 + 35.50 = 155.50")]
    [InlineData("en-US", "USD", "1000-15", 98500, "1,000.00 − 15.00 = 985.00")]
    [InlineData("en-US", "USD", "3*45.00", 13500, "3 × 45.00 = 135.00")]
    [InlineData("en-US", "USD", "=5*3", 1500, "5 × 3.00 = 15.00")]
    [InlineData("en-US", "USD", "45.00 * 3", 13500, "3 × 45.00 = 135.00")]
    [InlineData("en-US", "USD", "10 + 2*1.25 - 0.50", 1200, "10.00 + 2 × 1.25 − 0.50 = 12.00")]
    [InlineData("en-US", "USD", "2*3*10", 6000, "2 × 3 × 10.00 = 60.00")]
    [InlineData("en-US", "USD", "1,000.50 − 0.50", 100000, "1,000.50 − 0.50 = 1,000.00")]
    [InlineData("en-US", "USD", "5 - 10 + 20", 1500, "5.00 − 10.00 + 20.00 = 15.00")]
    [InlineData("de-DE", "EUR", "1.200,50+3×2,25", 120725, "1.200,50 + 3 × 2,25 = 1.207,25")]
    [InlineData("fr-FR", "EUR", "1 200,50 + 10", 121050, "1\u202F200,50 + 10,00 = 1\u202F210,50")]
    [InlineData("ja-JP", "JPY", "１２０＋３５", 155, "120 + 35 = 155")]
    [InlineData("de-CH", "CHF", "1’200+0.05", 120005, "1’200.00 + 0.05 = 1’200.05")]
    [InlineData("en-IN", "INR", "1,00,000+1", 10000100, "1,00,000.00 + 1.00 = 1,00,001.00")]
    public void Calculation_is_understood_and_shown(string culture, string currency, string text, long minor, string echo)
    {
        var amount = Assert.IsType<MoneyReading.Amount>(MoneyText.Read(text, currency, CultureInfo.GetCultureInfo(culture)));

        Assert.Equal(new Money(minor, currency), amount.Value);
        Assert.Equal(echo, amount.Echo);
    }

    [Theory]
    [InlineData("10-10", "above zero")]
    [InlineData("5-10", "above zero")]
    [InlineData("555-1234", "above zero")]
    [InlineData("50-", "missing")]
    [InlineData("1++2", "missing")]
    [InlineData("3**2", "missing")]
    [InlineData("1.5*2.5", "whole number")]
    [InlineData("2024-11-15", "date")]
    [InlineData("15-11-2024", "date")]
    [InlineData("12,5+3", "Did you mean 12.50?")]
    [InlineData("10+€5", "names EUR")]
    [InlineData("10/2+1", "not an amount")]
    [InlineData("0*12.5", "whole number")]
    [InlineData("99999*99999*99999", "largest amount")]
    [InlineData("999,999,999,999.99+0.01", "largest amount")]
    [InlineData("1+(2*3)", "whole number")]
    public void Doubtful_calculation_is_refused_with_the_reason(string text, string reason)
    {
        var refused = Assert.IsType<MoneyReading.Refused>(MoneyText.Read(text, "USD", CultureInfo.GetCultureInfo("en-US")));

        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Null(refused.Suggestion);
    }

    [Fact]
    public void The_longest_calculation_stays_exact()
    {
        var text = string.Join("+", Enumerable.Repeat("9999", 40));

        var amount = Assert.IsType<MoneyReading.Amount>(MoneyText.Read(text, "USD", CultureInfo.GetCultureInfo("en-US")));

        Assert.Equal(Money.Whole(9999 * 40, "USD"), amount.Value);
    }

    [Fact]
    public void Random_sums_equal_the_sum_of_their_terms()
    {
        var culture = CultureInfo.GetCultureInfo("de-DE");
        var random = new Random(35_50);
        for (var i = 0; i < 2_000; i++)
        {
            var terms = Enumerable.Range(0, random.Next(2, 6)).Select(_ => new Money(random.NextInt64(1, 10_000_000), "EUR")).ToArray();
            var text = string.Join(" + ", terms.Select(term => MoneyText.Figure(term, culture)));

            var amount = Assert.IsType<MoneyReading.Amount>(MoneyText.Read(text, "EUR", culture));

            Assert.Equal(terms.Sum("EUR"), amount.Value);
        }
    }
}
