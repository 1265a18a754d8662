using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class AgingBoundsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("30,60,90", 30, 60, 90)]
    [InlineData("7,14,28", 7, 14, 28)]
    [InlineData(null, 30, 60, 90)]
    [InlineData("", 30, 60, 90)]
    [InlineData("60,30,90", 30, 60, 90)]
    [InlineData("0,30,60", 30, 60, 90)]
    [InlineData("1,2", 30, 60, 90)]
    [InlineData("a,b,c", 30, 60, 90)]
    public void What_is_stored_is_read_again_and_nonsense_is_the_default(string? text, int first, int second, int third) =>
        Assert.Equal(new AgingBounds(first, second, third), AgingBounds.Parse(text));

    [Fact]
    public void Titles_say_the_days() => Assert.Equal(
        ["Not due", "1–7 days", "8–14 days", "15–28 days", "Over 28 days"], new AgingBounds(7, 14, 28).Titles);

    [Fact]
    public void Every_day_is_in_the_part_whose_earliest_due_day_it_is_not_before()
    {
        var bounds = new AgingBounds(7, 14, 28);
        for (var late = -3; late < 40; late++)
        {
            var dueOn = Today.AddDays(-late);
            var part = Enumerable.Range(0, AgingBounds.Count - 1).FirstOrDefault(part => dueOn >= bounds.EarliestDueOn(part, Today), AgingBounds.Count - 1);
            Assert.Equal(part, bounds.PartOf(late));
        }
    }
}
