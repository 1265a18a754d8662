namespace PaymentsApp.Data.Past;

/// <summary>Part of what was on no invoice of a payment or a credit note at a moment; the parts add up, and some are negative.</summary>
/// <param name="Id">Of the payment or credit note.</param>
/// <param name="OrganizationId">The payer, or the organization that was credited.</param>
/// <param name="AmountMinor">In minor units of the currency.</param>
public sealed record CreditPart(Guid Id, bool IsCreditNote, int OrganizationId, string Currency, long AmountMinor);
