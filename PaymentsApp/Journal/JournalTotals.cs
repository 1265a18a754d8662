namespace PaymentsApp.Journal;

/// <summary>A period of the journal in figures.</summary>
/// <param name="Totals">Per currency, then account; the debits of a currency add up to zero.</param>
/// <param name="EntryCount">How many entries the export has.</param>
public sealed record JournalTotals(IReadOnlyList<AccountTotal> Totals, long EntryCount);
