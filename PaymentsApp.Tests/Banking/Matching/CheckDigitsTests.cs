using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Tests.Banking.Matching;

public sealed class CheckDigitsTests
{
    // Examples of the standards themselves: ISO 11649, Swiss Payment Standards, Febelfin, Finance Finland, Luhn 1954.
    [Theory]
    [InlineData("CreditorReference", "RF18539007547034")]
    [InlineData("SwissReference", "210000000003139471430009017")]
    [InlineData("BelgianCommunication", "090933755493")]
    [InlineData("FinnishReference", "1232")]
    [InlineData("Luhn", "79927398713")]
    public void Valid_references_hold_and_any_wrong_digit_breaks_them(string scheme, string reference)
    {
        var kind = Enum.Parse<CheckScheme>(scheme);
        var codes = reference.Select(letter => (byte)LineText.CodeOf(letter)).ToArray();

        Assert.True(CheckDigits.IsValid(kind, codes));
        for (var place = reference.StartsWith("RF", StringComparison.Ordinal) ? 2 : 0; place < codes.Length; place++)
        {
            var wrong = codes.ToArray();
            wrong[place] = (byte)((wrong[place] + 1) % 10);
            Assert.False(CheckDigits.IsValid(kind, wrong));
        }
    }
}
