using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class AllocationPlannerTests
{
    private static readonly DateOnly Due = new(2026, 1, 10);

    [Fact]
    public void Oldest_first_fills_by_due_date_and_the_last_one_in_part()
    {
        OpenItem[] items = [new(1, Due.AddDays(2), 100), new(2, Due, 50), new(3, Due.AddDays(9), 70)];

        var plan = AllocationPlanner.OldestFirst(120, items);

        Assert.Equal(new Dictionary<int, long> { [2] = 50, [1] = 70 }, plan);
    }

    [Fact]
    public void Invoices_due_on_one_day_are_filled_in_the_order_of_their_ids()
    {
        var plan = AllocationPlanner.OldestFirst(120, [new(9, Due, 100), new(4, Due, 100)]);

        Assert.Equal(new Dictionary<int, long> { [4] = 100, [9] = 20 }, plan);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void With_nothing_to_give_no_invoice_gets_anything(long available) =>
        Assert.Empty(AllocationPlanner.OldestFirst(available, [new(1, Due, 100)]));

    [Fact]
    public void Oldest_first_gives_all_it_can_and_never_more_than_is_open()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var items = Items(random, count: random.Next(0, 12), largest: 500);
            var available = random.Next(0, 3_000);

            var plan = AllocationPlanner.OldestFirst(available, items);

            Assert.Equal(Math.Min(available, items.Sum(item => item.OutstandingMinor)), plan.Values.Sum());
            Assert.All(plan, share => Assert.InRange(share.Value, 1, items.Single(item => item.InvoiceId == share.Key).OutstandingMinor));
            var partial = items.OrderBy(item => item.DueOn).ThenBy(item => item.InvoiceId)
                .SkipWhile(item => plan.GetValueOrDefault(item.InvoiceId) == item.OutstandingMinor).Skip(1);
            Assert.All(partial, item => Assert.False(plan.ContainsKey(item.InvoiceId), $"seed {seed}: an older invoice is still open"));
        }
    }

    [Fact]
    public void Issue_after_issue_is_paid_the_oldest_first_and_what_has_none_last()
    {
        OpenItem[] items = [new(1, Due, 100), new(2, Due.AddDays(1), 50), new(3, Due.AddDays(2), 60), new(4, Due.AddDays(3), 70)];
        string?[] issues = [null, "March", "April", "March"];

        var plan = AllocationPlanner.ByIssue(150, items, id => issues[id - 1]);

        Assert.Equal(new Dictionary<int, long> { [2] = 50, [4] = 70, [3] = 30 }, plan);
    }

    [Fact]
    public void Issue_that_is_exactly_the_amount_is_paid_although_an_older_one_is_open()
    {
        OpenItem[] items = [new(1, Due, 100), new(2, Due.AddDays(1), 50), new(3, Due.AddDays(2), 60)];
        string?[] issues = ["March", "April", "April"];

        Assert.Equal(new Dictionary<int, long> { [2] = 50, [3] = 60 }, AllocationPlanner.ByIssue(110, items, id => issues[id - 1]));
    }

    private static OpenItem[] Items(Random random, int count, int largest) =>
        [.. Enumerable.Range(1, count).Select(id => new OpenItem(id, Due.AddDays(random.Next(5)), random.Next(1, largest)))];
}
