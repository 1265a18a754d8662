using System.Globalization;

namespace PaymentsApp.Tests.Support;

public sealed class UseCultureTests
{
    [Fact]
    [UseCulture("de-DE")]
    public async Task A_test_runs_under_its_culture_also_after_an_await()
    {
        await Task.Yield();

        Assert.Equal("1.234,50", 1234.5m.ToString("N2"));
    }

    [Theory]
    [InlineData("en-US", "1,234.50")]
    [InlineData("fr-FR", "1\u202f234,50")]
    public void A_scope_ends_with_the_culture_it_found(string name, string expected)
    {
        var before = CultureInfo.CurrentCulture;

        using (new CultureScope(name))
        {
            Assert.Equal(expected, 1234.5m.ToString("N2"));
        }

        Assert.Equal(before, CultureInfo.CurrentCulture);
    }
}
