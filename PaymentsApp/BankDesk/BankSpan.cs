namespace PaymentsApp.BankDesk;

/// <summary>A piece of the payer's text that names an invoice.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Number">The invoice number it was read as.</param>
public sealed record BankSpan(int Start, int Length, string Number);
