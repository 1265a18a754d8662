namespace PaymentsApp.Tests.Payments;

internal sealed class ModelInvoice(int organizationId, string currency, long total)
{
    public int OrganizationId { get; } = organizationId;

    public string Currency { get; } = currency;

    public long Total { get; } = total;

    public long Allocated { get; set; }

    public long Adjusted { get; set; }

    public long Outstanding => Total - Allocated - Adjusted;
}
