namespace PaymentsApp.Domain;

/// <summary>What needs a second person.</summary>
public enum ApprovalKind
{
    /// <summary>Money is paid back: a <see cref="RefundPayment"/>.</summary>
    Refund,

    /// <summary>A difference beyond the limit of the person who asked: an <see cref="InvoiceAdjustment"/>.</summary>
    Adjustment,

    /// <summary>A closed period is opened again: a <see cref="DateOnly"/>, the new end of what is closed, or null for none.</summary>
    ReopenPeriod,

    /// <summary>What is left of a credit note is paid back: a <see cref="RefundCreditNote"/>.</summary>
    CreditNoteRefund,
}
