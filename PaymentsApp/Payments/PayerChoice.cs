namespace PaymentsApp.Payments;

/// <summary>An organization as the payer box shows it.</summary>
/// <param name="InvoiceNumber">The invoice by which it was found; null when by name or customer number.</param>
/// <param name="InvoiceId">That invoice.</param>
public sealed record PayerChoice(
    int OrganizationId, string Name, string CustomerNumber, string Currency, string? InvoiceNumber = null, int? InvoiceId = null);
