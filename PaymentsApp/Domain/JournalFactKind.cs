namespace PaymentsApp.Domain;

/// <summary>What a journal entry is derived from. A reversal is the opposite of the fact that it takes back.</summary>
public enum JournalFactKind
{
    Invoice,
    CreditNote,
    Payment,
    Allocation,
    Refund,
    BankFee,
    Discount,
    WriteOff,
    AgencyCommission,
    Deduction,

    /// <summary>A credit note netted against an invoice.</summary>
    CreditNoteApplied,

    /// <summary>What the bank charges for a returned payment.</summary>
    ReturnFee,

    /// <summary>Credit of a credit note that was paid back.</summary>
    CreditNoteRefund,
}
