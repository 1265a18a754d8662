namespace PaymentsApp.Domain;

/// <summary>The accounts of the derived double entry. Their numbers in the publisher's books are in <see cref="LedgerAccountNumber"/>.</summary>
public enum LedgerAccount
{
    /// <summary>Money received and not yet paid back.</summary>
    Bank,

    /// <summary>What invoices still ask for; its balance is the sum of all outstanding amounts.</summary>
    Receivable,

    /// <summary>Money received that is on no invoice; its balance is the sum of all unapplied credit.</summary>
    UnappliedCredit,

    /// <summary>Credit notes that are not netted yet.</summary>
    OpenCreditNotes,

    Sales,

    /// <summary>What credit notes took from sales.</summary>
    SalesCredits,
    BankFees,
    Discounts,
    WriteOffs,
    AgencyCommission,
    Deductions,
}
