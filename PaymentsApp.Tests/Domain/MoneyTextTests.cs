using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class MoneyTextTests
{
    public static TheoryData<string> Cultures => ["en-US", "de-DE", "fr-FR", "ja-JP", "de-CH", "en-IN"];

    [Theory]
    [InlineData("en-US", "1,234,567.50")]
    [InlineData("de-DE", "1.234.567,50")]
    [InlineData("fr-FR", "1\u202F234\u202F567,50")]
    [InlineData("ja-JP", "1,234,567.50")]
    [InlineData("de-CH", "1’234’567.50")]
    [InlineData("en-IN", "12,34,567.50")]
    public void Figure_is_written_as_the_culture_writes_it(string culture, string figure)
    {
        Assert.Equal(figure, MoneyText.Figure(new Money(123456750, "USD"), Culture(culture)));
        Assert.Equal("\u2212" + figure, MoneyText.Figure(new Money(-123456750, "USD"), Culture(culture)));
        Assert.Equal(figure + "\u00A0USD", MoneyText.WithCode(new Money(123456750, "USD"), Culture(culture)));
    }

    [Theory]
    [InlineData("JPY", "1,234,567")]
    [InlineData("USD", "12,345.67")]
    [InlineData("KWD", "1,234.567")]
    public void Figure_has_the_decimals_of_its_currency(string currency, string figure) =>
        Assert.Equal(figure, MoneyText.Figure(new Money(1234567, currency), Culture("en-US")));

    [Fact]
    public void Even_the_extremes_of_a_long_are_written_exactly()
    {
        Assert.Equal("92,233,720,368,547,758.07", MoneyText.Figure(new Money(long.MaxValue, "USD"), Culture("en-US")));
        Assert.Equal("\u221292,233,720,368,547,758.08", MoneyText.Figure(new Money(long.MinValue, "USD"), Culture("en-US")));
        Assert.Equal("-0.05", MoneyText.Plain(new Money(-5, "USD")));
        Assert.Equal("-5", MoneyText.Plain(new Money(-5, "JPY")));
    }

    [Theory]
    [InlineData("en-US", "USD", "1234.5", 123450)]
    [InlineData("en-US", "USD", "1,234.50", 123450)]
    [InlineData("en-US", "USD", "  12 ", 1200)]
    [InlineData("en-US", "USD", ".50", 50)]
    [InlineData("en-US", "USD", "0", 0)]
    [InlineData("en-US", "USD", "999,999,999,999.99", 99999999999999)]
    [InlineData("en-US", "KWD", "1.234", 1234)]
    [InlineData("en-US", "JPY", "1,234", 1234)]
    [InlineData("de-DE", "EUR", "1.234", 123400)]
    [InlineData("de-DE", "EUR", "1.234,5", 123450)]
    [InlineData("de-DE", "EUR", "12,50", 1250)]
    [InlineData("de-DE", "KWD", "1,234", 1234)]
    [InlineData("fr-FR", "EUR", "1\u202F234,50", 123450)]
    [InlineData("fr-FR", "EUR", "1\u00A0234,50", 123450)]
    [InlineData("fr-FR", "EUR", "1 234,50", 123450)]
    [InlineData("de-CH", "CHF", "1’234.50", 123450)]
    [InlineData("de-CH", "CHF", "1'234.50", 123450)]
    [InlineData("en-IN", "INR", "12,34,567.50", 123456750)]
    [InlineData("ja-JP", "JPY", "１２，３４５", 12345)]
    [InlineData("ja-JP", "USD", "１２．５０", 1250)]
    [InlineData("ja-JP", "JPY", "　￥１，２００", 1200)]
    [InlineData("de-AT", "EUR", "1.234,50", 123450)]
    [InlineData("sv-SE", "SEK", "1 234,50", 123450)]
    public void Figure_in_the_writing_of_the_culture_is_read(string culture, string currency, string text, long minor)
    {
        var reading = MoneyText.Read(text, currency, Culture(culture));

        Assert.Equal(new Money(minor, currency), Assert.IsType<MoneyReading.Amount>(reading).Value);
    }

    [Theory]
    [InlineData("de-DE", "USD", "12.50", "12,50")]
    [InlineData("en-US", "USD", "12,50", "12.50")]
    [InlineData("en-US", "USD", "1,50", "1.50")]
    [InlineData("en-US", "USD", "1.234", "1,234.00")]
    [InlineData("en-US", "USD", "1.234,50", "1,234.50")]
    [InlineData("en-US", "USD", "1.234.567,8", "1,234,567.80")]
    [InlineData("de-DE", "USD", "1,234.50", "1.234,50")]
    [InlineData("en-US", "JPY", "100.00", "100")]
    [InlineData("en-US", "USD", "5.", "5.00")]
    [InlineData("en-US", "USD", "1 234.50", "1,234.50")]
    [InlineData("en-US", "USD", "12,34,567", "1,234,567.00")]
    [InlineData("en-IN", "INR", "1,234,567", "12,34,567.00")]
    [InlineData("en-US", "USD", "12 pieces", "12.00")]
    public void Figure_in_another_writing_is_refused_and_asked_about(string culture, string currency, string text, string meant)
    {
        var refused = Assert.IsType<MoneyReading.Refused>(MoneyText.Read(text, currency, Culture(culture)));

        Assert.Equal(meant, refused.Suggestion);
        Assert.EndsWith($"Did you mean {meant}?", refused.Message, StringComparison.Ordinal);
        var again = Assert.IsType<MoneyReading.Amount>(MoneyText.Read(meant, currency, Culture(culture)));
        Assert.Equal(meant, again.Echo);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("-")]
    [InlineData("$")]
    [InlineData(".")]
    [InlineData("--5")]
    [InlineData("(50.00)")]
    [InlineData("1..5")]
    [InlineData("0,500")]
    [InlineData("1,2,3,4")]
    [InlineData("10/2")]
    [InlineData("11/22/2026")]
    [InlineData("١٢")]
    [InlineData("1000000000000")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("-12.50")]
    public void What_is_no_amount_is_refused_without_a_guess(string text) =>
        Assert.Null(Assert.IsType<MoneyReading.Refused>(MoneyText.Read(text, "USD", Culture("en-US"))).Suggestion);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u3000\u200B")]
    [InlineData(null)]
    public void No_text_is_no_amount(string? text) =>
        Assert.IsType<MoneyReading.Empty>(MoneyText.Read(text, "USD", Culture("en-US")));

    [Fact]
    public void A_pasted_page_is_refused() =>
        Assert.IsType<MoneyReading.Refused>(MoneyText.Read(new string('1', 100_000), "USD", Culture("en-US")));

    [Theory]
    [InlineData("USD", "$12.50")]
    [InlineData("USD", "12.50 USD")]
    [InlineData("USD", "usd 12.50")]
    [InlineData("USD", "US$ 12.50")]
    [InlineData("CAD", "$12.50")]
    [InlineData("EUR", "12.50€")]
    [InlineData("CHF", "Fr. 12.50")]
    public void Sign_or_code_of_the_same_currency_is_allowed(string currency, string text) =>
        Assert.Equal(1250, Assert.IsType<MoneyReading.Amount>(MoneyText.Read(text, currency, Culture("en-US"))).Value.Minor);

    [Theory]
    [InlineData("USD", "€12.50", "EUR")]
    [InlineData("USD", "12.50 EUR", "EUR")]
    [InlineData("EUR", "$12.50", "USD")]
    [InlineData("USD", "C$12.50", "CAD")]
    public void Sign_or_code_of_another_currency_is_refused(string currency, string text, string other)
    {
        var refused = Assert.IsType<MoneyReading.Refused>(MoneyText.Read(text, currency, Culture("en-US")));

        Assert.Contains(currency, refused.Reason, StringComparison.Ordinal);
        Assert.Contains(other, refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-12.50")]
    [InlineData("\u221212.50")]
    [InlineData("－１２．５０")]
    [InlineData("-$12.50")]
    [InlineData("$-12.50")]
    public void Amount_below_zero_is_read_only_where_it_is_allowed(string text)
    {
        Assert.IsType<MoneyReading.Refused>(MoneyText.Read(text, "USD", Culture("en-US")));
        var allowed = MoneyText.Read(text, "USD", Culture("en-US"), allowNegative: true);
        Assert.Equal(new Money(-1250, "USD"), Assert.IsType<MoneyReading.Amount>(allowed).Value);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Any_amount_reads_back_as_it_was_written(string name)
    {
        var culture = Culture(name);
        var random = new Random(4217);
        foreach (var currency in new[] { "JPY", "USD", "KWD" })
        {
            for (var i = 0; i < 2_000; i++)
            {
                // Every size from one cent to the largest amount.
                var bound = Math.Min(MoneyText.Largest(currency).Minor, (long)Math.Pow(10, random.Next(1, 16)));
                var money = new Money(random.NextInt64(-bound, bound + 1), currency);

                foreach (var text in new[] { MoneyText.Figure(money, culture), MoneyText.WithCode(money, culture) })
                {
                    var reading = MoneyText.Read(text, currency, culture, allowNegative: true);

                    Assert.Equal(money, Assert.IsType<MoneyReading.Amount>(reading).Value);
                    Assert.Equal(MoneyText.Figure(money, culture), ((MoneyReading.Amount)reading).Echo);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void No_text_of_digits_and_separators_is_taken_for_another_amount(string name)
    {
        // Whatever is accepted, its digits stand in the text in this order, and the culture's own decimal
        // separator alone decides which of them are decimals.
        var culture = Culture(name);
        var mark = culture.NumberFormat.NumberDecimalSeparator;
        var random = new Random(1207);
        var accepted = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => "0123456789.,' "[random.Next(14)]));

            if (MoneyText.Read(text, "USD", culture) is MoneyReading.Amount amount)
            {
                accepted++;
                var parts = text.Split(mark);
                var whole = string.Concat(parts[0].Where(char.IsAsciiDigit));
                var cents = (parts.Length > 1 ? parts[1].Trim() : "").PadRight(2, '0');
                Assert.Equal(long.Parse("0" + whole + cents, CultureInfo.InvariantCulture), amount.Value.Minor);
            }
        }

        Assert.True(accepted > 1_000);
    }

    private static CultureInfo Culture(string name) => CultureInfo.GetCultureInfo(name);
}
