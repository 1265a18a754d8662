namespace PaymentsApp.Data.Past;

/// <summary>An invoice that was open at a moment.</summary>
/// <param name="OutstandingMinor">What was open then, in minor units of the currency; never zero.</param>
public sealed record OpenInvoice(int InvoiceId, int OrganizationId, string Currency, DateOnly DueOn, long OutstandingMinor);
