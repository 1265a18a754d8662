namespace PaymentsApp.Banking;

/// <summary>A fee that the bank names beside an entry.</summary>
/// <param name="AmountMinor">Minor units; above zero is what the bank took.</param>
/// <param name="Currency">ISO 4217, null when the file does not say.</param>
/// <param name="IsIncluded">True when the entry's amount is already less the fee; null when the file does not say.</param>
/// <param name="Text">The bank's word for it.</param>
public sealed record BankCharge(long AmountMinor, string? Currency, bool? IsIncluded, string? Text);
