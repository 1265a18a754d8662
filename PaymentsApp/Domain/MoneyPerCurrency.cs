using System.Collections;

namespace PaymentsApp.Domain;

/// <summary>
/// One amount for each currency, in the order of the codes; amounts of zero are left out. Two are equal when all
/// their amounts are, so that a list row that holds one shows whether it changed.
/// </summary>
public sealed class MoneyPerCurrency : IReadOnlyList<Money>, IEquatable<MoneyPerCurrency>
{
    private readonly Money[] _amounts;

    public MoneyPerCurrency(IEnumerable<Money> amounts) => _amounts =
    [
        .. amounts.GroupBy(amount => amount.Currency)
            .Select(group => group.Sum(group.Key))
            .Where(sum => !sum.IsZero)
            .OrderBy(sum => sum.Currency, StringComparer.Ordinal),
    ];

    /// <summary>Nothing in any currency.</summary>
    public static MoneyPerCurrency None { get; } = new([]);

    public int Count => _amounts.Length;

    public Money this[int index] => _amounts[index];

    public IEnumerator<Money> GetEnumerator() => ((IEnumerable<Money>)_amounts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(MoneyPerCurrency? other) => other is not null && _amounts.AsSpan().SequenceEqual(other._amounts);

    public override bool Equals(object? obj) => Equals(obj as MoneyPerCurrency);

    public override int GetHashCode() => _amounts.Aggregate(0, HashCode.Combine);
}
