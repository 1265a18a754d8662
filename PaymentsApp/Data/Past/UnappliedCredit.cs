namespace PaymentsApp.Data.Past;

/// <summary>A payment or credit note that was not wholly on invoices at a moment.</summary>
/// <param name="Id">Of the payment or credit note.</param>
/// <param name="OrganizationId">The payer, or the organization that was credited.</param>
/// <param name="UnappliedMinor">In minor units of the currency; never zero.</param>
public sealed record UnappliedCredit(Guid Id, bool IsCreditNote, int OrganizationId, string Currency, long UnappliedMinor);
