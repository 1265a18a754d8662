using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("ISK", 0)]
    [InlineData("USD", 2)]
    [InlineData("EUR", 2)]
    [InlineData("HUF", 2)]
    [InlineData("KWD", 3)]
    [InlineData("TND", 3)]
    public void Decimals_are_those_of_ISO_4217(string code, int exponent) =>
        Assert.Equal(exponent, Currency.ExponentOf(code));

    [Fact]
    public void Every_code_is_three_letters_with_a_name_and_stands_once()
    {
        Assert.All(Currency.Codes, code => Assert.Matches("^[A-Z]{3}$", code));
        Assert.All(Currency.Codes, code => Assert.Matches(@"^\p{Lu}\S", Currency.NameOf(code)));
        Assert.Equal(Currency.Codes.Order(StringComparer.Ordinal), Currency.Codes);
    }

    [Fact]
    public void Every_currency_of_a_region_is_known()
    {
        // Retired since: ANG, SLL, ZWL and others may still be what an older system library says.
        string[] retired = ["ANG", "CUC", "SLL", "ZWL", "MRO", "STD", "VEF", "BYR"];
        var current = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
            .Where(code => code.Length == 3 && code[0] != '\u00A4' && code != "XXX")
            .Distinct().Except(retired).ToList();

        Assert.True(current.Count > 130);
        Assert.All(current, code => Assert.True(Currency.IsKnown(code), code));
    }

    [Theory]
    [InlineData("XYZ")]
    [InlineData("usd")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("XAU")] // gold has no minor unit
    [InlineData("CLF")] // four decimals
    public void Other_codes_are_not_known(string? code)
    {
        Assert.False(Currency.IsKnown(code));
        Assert.Throws<ArgumentException>(() => Currency.ExponentOf(code ?? "null"));
    }

    [Fact]
    public void A_code_is_found_whatever_its_case()
    {
        Assert.Equal("USD", Currency.Find(" usd "));
        Assert.Null(Currency.Find("dollar"));
        Assert.Null(Currency.Find(null));
    }
}
