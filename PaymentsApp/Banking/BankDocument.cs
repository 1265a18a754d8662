namespace PaymentsApp.Banking;

/// <summary>A document that the payer says the money is for.</summary>
/// <param name="Type">As the file has it: CINV, CREN, IV.</param>
/// <param name="Number">The document's number.</param>
/// <param name="DatedOn">Its date, when named.</param>
/// <param name="PaidMinor">What is paid of it, in minor units of the entry's currency, when named; a credit note is negative.</param>
/// <param name="GrossMinor">What it was about in all, when named.</param>
/// <param name="DiscountMinor">What was taken off, when named.</param>
/// <param name="Note">The reason of a deduction.</param>
public sealed record BankDocument(
    string Type, string Number, DateOnly? DatedOn = null, long? PaidMinor = null, long? GrossMinor = null, long? DiscountMinor = null, string? Note = null);
