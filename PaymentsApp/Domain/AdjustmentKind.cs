namespace PaymentsApp.Domain;

/// <summary>Why an invoice is settled, or a payment can settle, by other than received money.</summary>
public enum AdjustmentKind
{
    Discount,
    WriteOff,

    /// <summary>What the bank kept of a payment.</summary>
    BankFee,
    AgencyCommission,
    Deduction,

    /// <summary>A credit note netted against an invoice of the same organization.</summary>
    CreditNote,
}
