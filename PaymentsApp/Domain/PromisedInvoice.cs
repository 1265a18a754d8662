namespace PaymentsApp.Domain;

/// <summary>An invoice that a promise is about. A fact.</summary>
public sealed class PromisedInvoice(Guid promiseId, int invoiceId)
{
    public Guid PromiseId { get; private set; } = promiseId;

    public int InvoiceId { get; private set; } = invoiceId;
}
