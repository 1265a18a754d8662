namespace PaymentsApp.Domain.Sums;

/// <summary>An amount that one or several open invoices have. List prices make many of them equal.</summary>
/// <param name="Value">Always positive.</param>
/// <param name="Count">How many invoices have it.</param>
internal readonly record struct AmountGroup(long Value, int Count);
