namespace PaymentsApp.Domain;

/// <summary>
/// The moment that a report looks from. Two clocks: <paramref name="On"/> is the business date and decides which facts have happened (the day of
/// issue, of receipt, of application); <paramref name="KnownAt"/> is an instant and decides which had been written down by then.
/// A report asked for again with both is the report that was made at that moment.
/// </summary>
/// <param name="On">The last business date that counts.</param>
/// <param name="KnownAt">UTC; null: everything that is known now.</param>
public readonly record struct AsOf(DateOnly On, DateTime? KnownAt = null);
