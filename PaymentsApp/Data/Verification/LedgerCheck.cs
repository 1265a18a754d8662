namespace PaymentsApp.Data.Verification;

/// <summary>What <see cref="LedgerVerification"/> looks at.</summary>
public enum LedgerCheck
{
    /// <summary>SQLite: the file itself, with its NOT NULL and CHECK rules.</summary>
    Integrity,

    /// <summary>SQLite: rows that point at nothing. PostgreSQL refuses them at all times.</summary>
    ForeignKeys,

    /// <summary>The triggers that refuse forbidden writes are all there.</summary>
    Guards,

    /// <summary>An invoice's balance against its allocations, adjustments and their reversals; its rows against its total.</summary>
    Invoices,

    /// <summary>A payment's balance against its allocations, bank fees, refunds and reversals.</summary>
    Payments,

    /// <summary>A payment against what the audit trail says was registered.</summary>
    PaymentRecords,

    /// <summary>A credit note's balance against the adjustments that net it.</summary>
    CreditNotes,

    /// <summary>1, 2, 3 ... without a gap, up to what the ledger's head says.</summary>
    PaymentNumbers,

    /// <summary>What each organization owes, against its invoices.</summary>
    OrganizationBalances,

    /// <summary>What is open per due date, against the invoices.</summary>
    DueBalances,

    /// <summary>Which payments were applied to invoices of others than the payer, against the allocations.</summary>
    PaymentClients,

    /// <summary>What arrived per day and how much of it is on no invoice, against the payments.</summary>
    ReceivedBalances,

    /// <summary>Every hash of the audit trail, recomputed, and the end of the chain.</summary>
    AuditChain,
}
