namespace PaymentsApp.Banking;

/// <summary>A reference that the file marks as such, beside the free text.</summary>
/// <param name="Type">As the file has it: SCOR, QRR, ISR Reference, IV, KREF.</param>
/// <param name="Value">The reference itself.</param>
/// <param name="HasGoodCheckDigits">Null when no rule of check digits is known for it.</param>
public sealed record BankReference(string Type, string Value, bool? HasGoodCheckDigits = null);
