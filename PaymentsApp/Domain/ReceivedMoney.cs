namespace PaymentsApp.Domain;

/// <summary>What of a payment counts for an organization: all that it paid itself, or what somebody else paid on its invoices.</summary>
/// <param name="Minor">In minor units, without what was paid back.</param>
/// <param name="RecordedAt">When the payment was registered (UTC).</param>
public sealed record ReceivedMoney(Guid PaymentId, int OrganizationId, string Currency, long Minor, DateOnly ReceivedOn, DateTime RecordedAt);
