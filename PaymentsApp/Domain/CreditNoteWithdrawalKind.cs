namespace PaymentsApp.Domain;

/// <summary>How credit leaves a credit note other than to an invoice.</summary>
public enum CreditNoteWithdrawalKind
{
    /// <summary>The credit note was wrong: all of it is gone.</summary>
    Cancellation,

    /// <summary>Credit was paid back.</summary>
    Refund,

    /// <summary>An earlier cancellation or refund did not happen: its credit is there again.</summary>
    Reversal,
}
