namespace PaymentsApp.Banking;

/// <summary>What was instructed before it was exchanged or charged.</summary>
/// <param name="AmountMinor">Signed minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Rate">As the file writes it.</param>
public sealed record BankOriginal(long AmountMinor, string? Currency, string? Rate);
