namespace PaymentsApp.Domain;

/// <summary>Credit as <see cref="CreditPlanner"/> sees it.</summary>
/// <param name="Id">The payment or the credit note.</param>
/// <param name="Minor">What can be used of it, in minor units.</param>
/// <param name="MeantForInvoiceId">The open invoice that the payer meant; null when nobody said, or when that invoice is settled.</param>
/// <param name="IsForOwnOnly">A credit note: it settles invoices of the credited organization, not those of clients that it pays for.</param>
public sealed record CreditItem(Guid Id, long Minor, int? MeantForInvoiceId, bool IsForOwnOnly = false);
