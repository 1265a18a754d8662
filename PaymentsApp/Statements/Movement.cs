namespace PaymentsApp.Statements;

/// <summary>A fact as one organization's balance feels it.</summary>
/// <param name="On">The day from which it counts.</param>
/// <param name="Rank">Its place within a day.</param>
/// <param name="AmountMinor">Negative when less is owed after it; in minor units.</param>
internal sealed record Movement(DateOnly On, int Rank, string Currency, long AmountMinor, string Text);
