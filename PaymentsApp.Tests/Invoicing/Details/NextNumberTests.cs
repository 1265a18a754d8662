using PaymentsApp.Invoicing.Details;

namespace PaymentsApp.Tests.Invoicing.Details;

public sealed class NextNumberTests
{
    [Theory]
    [InlineData("INV-0099", "INV-0100")]
    [InlineData("2026/9", "2026/10")]
    [InlineData("7", "8")]
    [InlineData("A-1-b", "")]
    [InlineData("9999999999999999999", "9999" + "1000000000000000")]
    public void The_digits_at_the_end_count_on(string number, string next) => Assert.Equal(next, NextNumber.After(number));
}
