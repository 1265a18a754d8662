using PaymentsApp.Domain;

namespace PaymentsApp.Benchmarks.Sums;

/// <summary>A kind of account, from easy to as hard as can be thought of.</summary>
/// <param name="Name">In words.</param>
/// <param name="Items">The open invoices, so many of them.</param>
/// <param name="Received">An amount to ask for.</param>
internal sealed record SumCase(string Name, Func<Random, int, OpenItem[]> Items, Func<Random, OpenItem[], long> Received)
{
    private static readonly DateOnly Due = new(2026, 1, 10);

    private static readonly long[] ListPrices = [.. Enumerable.Range(1, 24).Select(i => i * 145_00L), 99_95, 249_95, 499_95];

    public static IReadOnlyList<SumCase> All { get; } =
    [
        new("odd cents, three paid", Of(Odd), Paid(3)),
        new("odd cents, a third paid", Of(Odd), Third),
        new("odd cents, all but two paid", Of(Odd), (_, items) => items.Skip(2).Sum(item => item.OutstandingMinor)),
        new("odd cents, an amount that nobody owes", Of(Odd), (random, _) => random.NextInt64(5_00, 9_000_00)),
        new("whole dollars, five paid", Of(random => random.Next(20, 5_000) * 100L), Paid(5)),
        new("list prices, three paid", Of(random => ListPrices[random.Next(ListPrices.Length)]), Paid(3)),
        new("list prices, a third paid", Of(random => ListPrices[random.Next(ListPrices.Length)]), Third),
        new("list prices and some odd ones, six paid", Of(random => random.Next(12) == 0 ? Odd(random) : ListPrices[random.Next(ListPrices.Length)]), Paid(6)),
        new("one odd invoice among even ones, half paid", OneOdd, (_, items) => items.Take((items.Length / 2) + 1).Sum(item => item.OutstandingMinor)),
        new("amounts of billions, half paid", Of(random => random.NextInt64(1, 1L << 43)), (_, items) => items.Take(items.Length / 2).Sum(item => item.OutstandingMinor)),
        new("large odd amounts, four paid", Of(random => random.NextInt64(50_000_00, 900_000_00)), Paid(4)),
    ];

    private static long Odd(Random random) => random.NextInt64(20_00, 5_000_00);

    private static Func<Random, int, OpenItem[]> Of(Func<Random, long> amount) => (random, count) =>
        [.. Enumerable.Range(1, count).Select(id => new OpenItem(id, Due.AddDays(id % 400), amount(random), id % 3 == 0 ? 7_35 : 0))];

    private static OpenItem[] OneOdd(Random random, int count) =>
        [.. Enumerable.Range(1, count).Select(id => new OpenItem(id, Due, (random.NextInt64(10_00, 5_000_00) * 2) + (id == 1 ? 1 : 0)))];

    private static Func<Random, OpenItem[], long> Paid(int count) => (random, items) =>
        random.GetItems(items, count).DistinctBy(item => item.InvoiceId).Sum(item => item.OutstandingMinor);

    private static long Third(Random random, OpenItem[] items) =>
        items.Where(_ => random.Next(3) == 0).Append(items[0]).DistinctBy(item => item.InvoiceId).Sum(item => item.OutstandingMinor);
}
