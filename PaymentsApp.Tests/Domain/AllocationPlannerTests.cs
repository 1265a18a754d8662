using System.Numerics;
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
    public void One_invoice_of_this_amount_is_preferred_to_a_set()
    {
        var match = AllocationPlanner.Exact(100, [new(1, Due, 60), new(2, Due, 40), new(3, Due, 100)]);

        Assert.Equal([3], Assert.IsType<ExactMatch.Found>(match).InvoiceIds);
    }

    [Fact]
    public void Two_invoices_of_this_amount_are_no_answer() =>
        Assert.IsType<ExactMatch.Ambiguous>(AllocationPlanner.Exact(100, [new(1, Due, 100), new(2, Due, 100)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public void No_amount_matches_nothing(long amount) =>
        Assert.IsType<ExactMatch.None>(AllocationPlanner.Exact(amount, [new(1, Due, 100)]));

    [Fact]
    public void Exact_match_agrees_with_trying_every_set()
    {
        var seen = new HashSet<Type>();
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var random = new Random(seed);
            var items = Items(random, count: random.Next(0, 11), largest: random.Next(2) == 0 ? 25 : 100_000);
            var amount = random.Next(4) == 0
                ? random.Next(1, 200)
                : items.Where(_ => random.Next(2) == 0).Sum(item => item.OutstandingMinor);

            var match = AllocationPlanner.Exact(amount, items);

            seen.Add(match.GetType());
            AssertIsAnswer(match, amount, items, seed);
        }

        Assert.Equal(3, seen.Count); // found, ambiguous and none have all been met
    }

    [Fact]
    public void Among_hundreds_of_open_invoices_the_search_gives_up_and_says_so()
    {
        var random = new Random(7);
        OpenItem[] items = [.. Enumerable.Range(1, 600).Select(id => new OpenItem(id, Due, 1_000_000 + (2 * random.Next(1, 400_000))))];

        var match = AllocationPlanner.Exact(250_000_001, items); // odd: no set of even amounts reaches it

        Assert.IsType<ExactMatch.Unknown>(match);
    }

    private static OpenItem[] Items(Random random, int count, int largest) =>
        [.. Enumerable.Range(1, count).Select(id => new OpenItem(id, Due.AddDays(random.Next(5)), random.Next(1, largest)))];

    private static void AssertIsAnswer(ExactMatch match, long amount, OpenItem[] items, int seed)
    {
        var singles = items.Count(item => item.OutstandingMinor == amount);
        var sets = Enumerable.Range(1, (1 << items.Length) - 1)
            .Where(set => items.Where((_, index) => (set & (1 << index)) != 0).Sum(item => item.OutstandingMinor) == amount)
            .ToList();
        var expected = amount <= 0 || sets.Count == 0 ? typeof(ExactMatch.None)
            : singles == 1 || sets.Count == 1 ? typeof(ExactMatch.Found)
            : typeof(ExactMatch.Ambiguous);

        Assert.True(expected == match.GetType(), $"seed {seed}: {sets.Count} sets, {singles} single invoices, but {match}");
        if (match is ExactMatch.Found found)
        {
            Assert.Equal(amount, items.Where(item => found.InvoiceIds.Contains(item.InvoiceId)).Sum(item => item.OutstandingMinor));
            Assert.Equal(singles == 1 ? 1 : BitOperations.PopCount((uint)sets[0]), found.InvoiceIds.Count);
        }
    }
}
