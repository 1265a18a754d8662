namespace PaymentsApp.Payments.Remittances;

/// <summary>Something that a remittance advice may name: an open invoice, or a credit note of the payer.</summary>
/// <param name="Number">As printed.</param>
/// <param name="OpenMinor">What is open, in minor units; negative for a credit note.</param>
public sealed record RemittanceItem(string Number, long OpenMinor);
