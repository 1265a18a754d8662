using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>
/// Which currency stands first, the same in every figure: the company's own, then those with the most open invoices.
/// Never by amount: 1,000,000 JPY is less than 10,000 USD.
/// </summary>
/// <param name="own">The company's currency; null before the settings are made.</param>
/// <param name="openInvoices">How many are open in each currency.</param>
internal sealed class CurrencyOrder(string? own, IReadOnlyDictionary<string, long> openInvoices) : IComparer<string>
{
    public int Compare(string? x, string? y) => Rank(x).CompareTo(Rank(y));

    /// <summary>Sums by currency, in this order, without the zeros.</summary>
    public IReadOnlyList<Money> Sums<T>(IEnumerable<T> items, Func<T, string> currencyOf, Func<T, long> minorOf) =>
    [
        .. items.GroupBy(currencyOf)
            .Select(group => new Money(group.Sum(minorOf), group.Key))
            .Where(sum => sum.Minor > 0)
            .OrderBy(sum => sum.Currency, this),
    ];

    private (bool IsForeign, long FewerFirst, string Code) Rank(string? currency) =>
        (currency != own, -openInvoices.GetValueOrDefault(currency ?? ""), currency ?? "");
}
