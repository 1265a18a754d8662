using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Tests.Domain.Sums;

/// <summary>Each way of searching beside plain counting, on questions too large to try every set.</summary>
public sealed class SumSetsTests
{
    private static SumBudget Plenty => new(long.MaxValue);

    [Fact]
    public void Every_way_of_counting_agrees_with_adding_one_invoice_after_the_other()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var (target, groups) = Question(new Random(seed));
            var expected = Count(target, groups);
            if (SumProblem.Reduce(target, groups, out var restore) is not { Target: > 0 } problem)
            {
                Assert.InRange(expected, 0, 1);
                continue;
            }

            foreach (var found in new[] { DenseSums.Count(problem), SparseSums.Count(problem, int.MaxValue, Plenty)! })
            {
                Assert.True(expected == found.Count, $"seed {seed}: {expected}, but {found.Count}");
                Assert.True(found.IsExact == found.Count < FoundSets.CountMax, $"seed {seed}");
                AssertAreSets(found, restore, target, groups, seed);
            }

            var small = SmallSets.Count(problem);
            Assert.True(small.IsExact ? small.Count == expected : small.Count <= expected, $"seed {seed}: {small.Count} small sets of {expected}");
            AssertAreSets(small, restore, target, groups, seed);
        }
    }

    [Fact]
    public void What_a_bounded_search_finds_is_real()
    {
        var several = 0;
        for (var seed = 1; seed <= 100; seed++)
        {
            var random = new Random(seed);
            AmountGroup[] groups = [.. Enumerable.Range(0, 200).Select(_ => random.Next(20_00, 5_000_00)).Distinct().Select(value => new AmountGroup(value, random.Next(1, 3)))];
            var target = groups.Where(_ => random.Next(4) == 0).Sum(group => group.Value);
            var problem = SumProblem.Reduce(target, groups, out var restore)!;

            var found = RivalSearch.Find(problem, Plenty);

            Assert.False(found.IsExact);
            AssertAreSets(found, restore, target, groups, seed);
            several += found.Count > 1 ? 1 : 0;
        }

        Assert.True(several > 95, $"{several} of 100 were seen to be ambiguous");
    }

    [Fact]
    public void Search_that_may_do_nothing_says_that_it_knows_nothing()
    {
        var random = new Random(1);
        AmountGroup[] groups = [.. Enumerable.Range(0, 50).Select(_ => new AmountGroup(random.Next(1, 1_000_000_000), 1))];

        var found = SumSets.Find(groups.Take(20).Sum(group => group.Value), groups, new SumBudget(0));

        Assert.Equal((0, false), (found.Count, found.IsExact));
    }

    [Theory]
    [InlineData(5, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(5, 2, 10)]
    [InlineData(2, 3, 0)]
    [InlineData(1_000, 500, FoundSets.CountMax)]
    public void Ways_to_choose_stop_at_what_can_be_counted(int count, int taken, long ways) =>
        Assert.Equal(ways, FoundSets.Ways(count, taken));

    private static (long Target, AmountGroup[] Groups) Question(Random random)
    {
        var step = random.Next(3) switch { 0 => 1, 1 => 5, _ => 50 };
        AmountGroup[] groups =
        [
            .. Enumerable.Range(0, random.Next(2, 40)).Select(_ => step * random.Next(1, 200)).Distinct()
                .Select(value => new AmountGroup(value, random.Next(4) == 0 ? random.Next(1, 30) : 1)),
        ];
        return (groups.Sum(group => group.Value * random.Next(group.Count + 1)), groups);
    }

    private static long Count(long target, AmountGroup[] groups)
    {
        var ways = new long[target + 1];
        ways[0] = target > 0 ? 1 : 0;
        foreach (var value in groups.SelectMany(group => Enumerable.Repeat(group.Value, group.Count)))
        {
            for (var sum = target; sum >= value; sum--)
            {
                ways[sum] = FoundSets.Limited(ways[sum] + ways[sum - value]);
            }
        }

        return ways[target];
    }

    private static void AssertAreSets(FoundSets found, Func<int[], int[]> restore, long target, AmountGroup[] groups, int seed)
    {
        int[][] takes = [.. found.Takes.Select(restore)];
        Assert.True(found.Count == 0 == (takes.Length == 0), $"seed {seed}: {found.Count} sets, {takes.Length} shown");
        Assert.Equal(takes.Length, takes.Select(take => string.Join(' ', take)).Distinct().Count());
        foreach (var take in takes)
        {
            Assert.Equal(target, take.Zip(groups, (taken, group) => taken * group.Value).Sum());
            Assert.All(take.Zip(groups), pair => Assert.InRange(pair.First, 0, pair.Second.Count));
        }
    }
}
