namespace PaymentsApp.Tests.Payments;

internal sealed class ModelAllocation(Guid paymentId, int invoiceId, long amount)
{
    public Guid PaymentId { get; } = paymentId;

    public int InvoiceId { get; } = invoiceId;

    public long Amount { get; } = amount;

    public bool Stands { get; set; } = true;
}
