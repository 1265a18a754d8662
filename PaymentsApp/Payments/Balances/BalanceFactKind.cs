namespace PaymentsApp.Payments.Balances;

/// <summary>What moves a figure, in the order in which facts of one moment are told.</summary>
internal enum BalanceFactKind
{
    Invoiced,
    Received,
    CreditNote,
    BankFee,
    Unapplied,
    AdjustmentReversed,
    RefundReversed,
    NettingReversed,
    WithdrawalReversed,
    Applied,
    Adjusted,
    Netted,
    Refunded,
    PaymentReversed,
    CreditNoteCancelled,
    CreditNoteRefunded,
}
