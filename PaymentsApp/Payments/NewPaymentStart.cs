namespace PaymentsApp.Payments;

/// <summary>From where the New payment window opens.</summary>
/// <param name="OrganizationId">The payer, when it is known.</param>
/// <param name="InvoiceId">The invoice to start with, when one was selected.</param>
public sealed record NewPaymentStart(int? OrganizationId, int? InvoiceId)
{
    /// <summary>The kept draft to go on with; null: a new payment.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>With nothing known: the payer is asked first.</summary>
    public static NewPaymentStart Blank { get; } = new(null, null);

    /// <summary>From a client's page: the client's open invoices, none ticked.</summary>
    public static NewPaymentStart ForOrganization(int organizationId) => new(organizationId, null);

    /// <summary>From an invoice: it is ticked, and its outstanding is the amount.</summary>
    public static NewPaymentStart ForInvoice(int organizationId, int invoiceId) => new(organizationId, invoiceId);

    /// <summary>With what was typed in a window that was lost, under the same id.</summary>
    public static NewPaymentStart Continue(Guid draftId) => Blank with { DraftId = draftId };
}
