namespace PaymentsApp.Payments.Remittances;

/// <summary>What is known while a remittance advice is read.</summary>
/// <param name="Currency">Of the payment; ISO code.</param>
/// <param name="Items">What it may name.</param>
/// <param name="AmountMinor">What was received, in minor units; null: not known. Of several columns it tells which was paid.</param>
/// <param name="DecimalSign">'.' or ',': how the reader writes; where the text leaves it open, it is read so.</param>
public sealed record RemittanceQuestion(string Currency, IReadOnlyList<RemittanceItem> Items, long? AmountMinor, char DecimalSign);
