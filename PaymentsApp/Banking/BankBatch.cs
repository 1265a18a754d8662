namespace PaymentsApp.Banking;

/// <summary>The bank's one entry that several payments came in.</summary>
/// <param name="Entry">Number of that entry within the statement, from 1.</param>
/// <param name="AmountMinor">Signed minor units of the whole.</param>
/// <param name="Part">Which payment of it this is, from 1.</param>
/// <param name="Parts">How many there are.</param>
public sealed record BankBatch(int Entry, long AmountMinor, int Part, int Parts);
