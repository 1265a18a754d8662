namespace PaymentsApp.Domain;

/// <summary>
/// Says that a payment was applied to invoices of an organization that is not its payer: an agency's check for a client. Kept by the
/// database with the first such allocation and never taken away, so that the client's page and its sales rep find the payment without
/// looking through all allocations; <c>verify</c> recomputes it.
/// </summary>
public sealed class PaymentClient
{
    public Guid PaymentId { get; private set; }

    /// <summary>The invoiced organization; never the payer.</summary>
    public int OrganizationId { get; private set; }
}
