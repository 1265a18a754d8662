using System.Globalization;
using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.Tests.Invoicing.Import;

public sealed class ImportAmountsTests
{
    [Theory]
    [InlineData("1234.56", '.', "1234.56", null)]
    [InlineData("1,234.56", '.', "1234.56", null)]
    [InlineData("1.234,56 €", ',', "1234.56", "EUR")]
    [InlineData("1 234,56", ',', "1234.56", null)]
    [InlineData("1\u202f234,56", ',', "1234.56", null)]
    [InlineData("1'234.56", '.', "1234.56", null)]
    [InlineData("USD 12.00", '.', "12.00", "USD")]
    [InlineData("$12.00", '.', "12.00", null)]
    [InlineData("12.00-", '.', "-12.00", null)]
    [InlineData("(12.00)", '.', "-12.00", null)]
    [InlineData("-$12.00", '.', "-12.00", null)]
    [InlineData("$-12.00", '.', "-12.00", null)]
    [InlineData(".50", '.', "0.50", null)]
    [InlineData("1,234,567", '.', "1234567", null)]
    [InlineData("24168654.34", '.', "24168654.34", null)]
    public void An_amount_reads_with_its_decimal_mark(string text, char mark, string expected, string? currency)
    {
        Assert.True(ImportAmounts.TryParse(text, mark, out var amount, out var found));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), amount);
        Assert.Equal(currency, found);
    }

    [Theory]
    [InlineData("12,50", '.')] // the reading that makes 1250 of 12,50
    [InlineData("12.50", ',')]
    [InlineData("1,23,456.00", '.')]
    [InlineData("1,234 567.00", '.')]
    [InlineData("1234,567.00", '.')]
    [InlineData("12.5.0", '.')]
    [InlineData("12.", '.')]
    [InlineData("1.2E+05", '.')]
    [InlineData("twelve", '.')]
    [InlineData("", '.')]
    [InlineData("--12", '.')]
    [InlineData("12 apples", '.')]
    [InlineData("999999999999999999999999", '.')]
    [InlineData("$12€", '.')]
    public void What_is_no_amount_with_that_mark_is_refused(string text, char mark) =>
        Assert.False(ImportAmounts.TryParse(text, mark, out _, out _));

    [Fact]
    public void One_telling_amount_decides_for_the_whole_column()
    {
        Assert.Equal('.', Mark("1,234", "12", "1,234.50"));
        Assert.Equal(',', Mark("1.234", "12", "12,5"));
        Assert.Equal('.', Mark("12", "900"));
        Assert.Equal(',', Mark("1.234.567"));
        Assert.Equal('.', Mark("0.125"));
    }

    [Fact]
    public void Amounts_that_read_two_ways_are_asked_about()
    {
        Assert.Null(Mark("1,234", "2,500"));
        Assert.Null(Mark("1,5", "1.5"));
    }

    private static char? Mark(params string[] values)
    {
        var evidence = new AmountEvidence();
        foreach (var value in values)
        {
            evidence.Add(value);
        }

        return evidence.DecimalMark;
    }
}
