namespace PaymentsApp.Payments;

/// <summary>An organization whose invoices somebody else pays: an agency's client.</summary>
public sealed record PaidClient(int OrganizationId, string Name, string CustomerNumber);
