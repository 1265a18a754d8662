namespace PaymentsApp.Data.Past;

/// <summary>Part of what was open of an invoice at a moment; the parts of an invoice add up, and some are negative.</summary>
/// <param name="AmountMinor">In minor units of the currency.</param>
public sealed record OpenPart(int InvoiceId, int OrganizationId, string Currency, DateOnly DueOn, long AmountMinor);
