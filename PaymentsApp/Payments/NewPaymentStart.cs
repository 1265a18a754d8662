using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments;

/// <summary>From where the New payment window opens.</summary>
/// <param name="OrganizationId">The payer, when it is known.</param>
/// <param name="InvoiceId">The invoice to start with, when one was selected.</param>
public sealed record NewPaymentStart(int? OrganizationId, int? InvoiceId)
{
    /// <summary>The kept draft to go on with; null: a new payment.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What the window is filled with when no draft is kept under <see cref="DraftId"/>; null: nothing.</summary>
    public DraftContent? Content { get; init; }

    /// <summary>The payer's credit is chosen, and what it settles is ticked: it can be saved without an amount.</summary>
    public bool UsesCredit { get; init; }

    /// <summary>Nothing is ticked by itself: the money is to stay unapplied.</summary>
    public bool IsOnAccount { get; init; }

    /// <summary>With the payer's credit chosen; for one invoice, or null for the oldest.</summary>
    public static NewPaymentStart WithCredit(int organizationId, int? invoiceId) => new(organizationId, invoiceId) { UsesCredit = true };

    /// <summary>With what a bank's file says, as if it had been typed; the payment has this id.</summary>
    public static NewPaymentStart Filled(Guid paymentId, DraftContent content) => Blank with { DraftId = paymentId, Content = content };

    /// <summary>For money that is meant for no invoice.</summary>
    public static NewPaymentStart OnAccount(int organizationId) => new(organizationId, null) { IsOnAccount = true };

    /// <summary>With nothing known: the payer is asked first.</summary>
    public static NewPaymentStart Blank { get; } = new(null, null);

    /// <summary>From a client's page: the client's open invoices, none ticked.</summary>
    public static NewPaymentStart ForOrganization(int organizationId) => new(organizationId, null);

    /// <summary>From an invoice: it is ticked, and its outstanding is the amount.</summary>
    public static NewPaymentStart ForInvoice(int organizationId, int invoiceId) => new(organizationId, invoiceId);

    /// <summary>With what was typed in a window that was lost, under the same id.</summary>
    public static NewPaymentStart Continue(Guid draftId) => Blank with { DraftId = draftId };
}
