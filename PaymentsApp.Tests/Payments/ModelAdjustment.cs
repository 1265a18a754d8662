using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

internal sealed class ModelAdjustment(InvoiceAdjustment asked, Guid? paymentId, bool isApproved)
{
    public InvoiceAdjustment Asked { get; } = asked;

    public Guid? PaymentId { get; } = paymentId;

    public bool IsApproved { get; } = isApproved;

    public Guid? ReversedBy { get; set; }
}
