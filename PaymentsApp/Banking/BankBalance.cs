namespace PaymentsApp.Banking;

/// <summary>What was on the account.</summary>
/// <param name="Kind">The format's own code: OPBD, 60F, LEDGERBAL, 015.</param>
/// <param name="AmountMinor">Signed minor units; a debit balance is negative.</param>
/// <param name="Currency">ISO 4217, null when the file does not say.</param>
/// <param name="On">The day, when the file says.</param>
/// <param name="At">Where it stands.</param>
public sealed record BankBalance(string Kind, long AmountMinor, string? Currency, DateOnly? On, SourcePosition At);
