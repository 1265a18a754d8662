namespace PaymentsApp.Domain;

/// <summary>Adding amounts up, and dividing one so that nothing is lost.</summary>
public static class MoneySums
{
    /// <summary>The sum in the given currency, zero for none. Throws for an amount of another currency.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, string currency) =>
        amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);

    public static Money Sum<T>(this IEnumerable<T> items, string currency, Func<T, Money> amountOf) =>
        items.Aggregate(Money.Zero(currency), (sum, item) => sum + amountOf(item));

    /// <summary>
    /// Parts in proportion to the weights, whose sum is the whole to the last minor unit: each part ends where the
    /// running share, rounded toward zero, ends.
    /// </summary>
    public static IReadOnlyList<Money> Split(this Money whole, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0 || weights.Any(weight => weight < 0) || weights.All(weight => weight == 0))
        {
            throw new ArgumentException("Weights must be zero or more, and one of them above zero.", nameof(weights));
        }

        // Int128: the product of two longs always fits, the division is exact toward zero.
        var weightOfAll = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        var parts = new Money[weights.Count];
        var weightSoFar = Int128.Zero;
        long given = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            weightSoFar += weights[i];
            var givenNow = (long)((Int128)whole.Minor * weightSoFar / weightOfAll);
            parts[i] = new Money(givenNow - given, whole.Currency);
            given = givenNow;
        }

        return parts;
    }
}
