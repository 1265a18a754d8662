namespace PaymentsApp.Tests.Payments;

internal sealed class ModelCreditNote(int organizationId, string currency, long total)
{
    public int OrganizationId { get; } = organizationId;

    public string Currency { get; } = currency;

    public long Applied { get; set; }

    public long Refunded { get; set; }

    public Guid? CancelledBy { get; set; }

    public long Left => CancelledBy is null ? total - Applied - Refunded : 0;
}
