namespace PaymentsApp.Data.Guards;

/// <summary>Which tables hold facts, and which of their columns are balances or decisions that may move.</summary>
internal static class GuardedTables
{
    /// <summary>What the first migration guards.</summary>
    public static readonly GuardSet Initial = new(
        Facts: ["Allocations", "Adjustments", "Refunds", "Reversals", "AuditEntries", "InvoiceRows", "InvoiceBatches"],
        FactColumns:
        [
            ("Invoices",
            [
                "Id", "OrganizationId", "Number", "NumberKey", "Currency", "IssuedOn", "DueOn", "TotalMinor", "BatchId",
                "DiscountBasisPoints", "DiscountUntil",
            ]),
            ("Payments",
            [
                "Id", "Number", "PayerId", "Currency", "AmountMinor", "AdjustedMinor", "ReceivedOn", "CheckDatedOn", "PaymentTypeId",
                "Reference", "ReferenceKey", "Memo", "ReplacesPaymentId", "MeantForInvoiceId", "RecordedAt", "RecordedById", "Fingerprint",
            ]),
            ("CreditNotes", ["Id", "OrganizationId", "Number", "NumberKey", "Currency", "TotalMinor", "IssuedOn", "Reason", "RecordedAt", "RecordedById"]),
            ("ApprovalRequests",
                ["Id", "Kind", "Command", "Currency", "AmountMinor", "Reason", "OrganizationId", "InvoiceId", "PaymentId", "RequestedAt", "RequestedById"]),
        ],
        DecidedOnce: [("ApprovalRequests", "DecidedAt")],
        Replaceable:
        [
            ("Invoices", ["Id"]), ("Invoices", ["NumberKey"]), ("InvoiceRows", ["Id"]), ("InvoiceRows", ["InvoiceId", "LineNumber"]), ("InvoiceBatches", ["Id"]),
            ("Payments", ["Id"]), ("Payments", ["Number"]), ("Payments", ["ReplacesPaymentId"]), ("Allocations", ["Id"]), ("Adjustments", ["Id"]),
            ("Refunds", ["Id"]), ("AuditEntries", ["Seq"]), ("CreditNotes", ["Id"]), ("CreditNotes", ["NumberKey"]), ("ApprovalRequests", ["Id"]),
            ("Reversals", ["Id"]), ("Reversals", ["AllocationId"]), ("Reversals", ["AdjustmentId"]), ("Reversals", ["PaymentId"]), ("Reversals", ["RefundId"]),
        ]);

    /// <summary>Files kept with payments.</summary>
    public static readonly GuardSet Attachments = new(
        Facts: ["Attachments", "AttachmentContents"],
        FactColumns: [],
        DecidedOnce: [],
        Replaceable: [("Attachments", ["Id"]), ("Attachments", ["PaymentId", "Sha256"]), ("AttachmentContents", ["Id"])]);

    /// <summary>What the disputes brought.</summary>
    public static readonly GuardSet Disputes = new(
        Facts: ["DisputeMessages"],
        FactColumns: [("Disputes", ["Id", "InvoiceId", "OrganizationId", "Currency", "AmountMinor", "ReasonCode", "PaymentId", "OpenedAt", "OpenedById"])],
        DecidedOnce: [("Disputes", "ClosedAt")],
        Replaceable: [("Disputes", ["Id"]), ("DisputeMessages", ["Id"])]);

    /// <summary>Payments that the bank took back.</summary>
    public static readonly GuardSet Returns = new(
        Facts: ["ReturnedPayments"],
        FactColumns: [],
        DecidedOnce: [],
        Replaceable: [("ReturnedPayments", ["Id"]), ("ReturnedPayments", ["PaymentId"])]);

    /// <summary>What is brought to the bank.</summary>
    public static readonly GuardSet Deposits = new(
        Facts: ["DepositItems"],
        FactColumns: [("Deposits", ["Id", "BankAccountId", "Currency", "DepositedOn", "RecordedAt", "RecordedById"])],
        DecidedOnce: [("Deposits", "ClosedAt")],
        Replaceable: [("Deposits", ["Id"]), ("DepositItems", ["PaymentId"])]);

    /// <summary>What the bank said.</summary>
    public static readonly GuardSet BankFiles = new(
        Facts: ["BankFileContents", "BankStatements"],
        FactColumns:
        [
            ("BankFiles", ["Id", "FileName", "Sha256", "Length", "RecordedAt", "RecordedById"]),
            ("BankLines", ["Id", "StatementId", "Position", "BookedOn", "AmountMinor", "Currency", "Entry", "EarlierLineId"]),
        ],
        DecidedOnce: [],
        Replaceable:
        [
            ("BankFiles", ["Id"]), ("BankFiles", ["Sha256"]), ("BankFileContents", ["Id"]), ("BankStatements", ["Id"]), ("BankStatements", ["FileId", "Position"]),
            ("BankLines", ["Id"]), ("BankLines", ["StatementId", "Position"]), ("BankLines", ["PaymentId"]),
        ]);

    /// <summary>Promises of clients, and what was said and done to get their money.</summary>
    public static readonly GuardSet FollowUps = new(
        Facts: ["PromisedInvoices", "FollowUpEntries"],
        FactColumns:
        [
            ("PaymentPromises",
                ["Id", "OrganizationId", "Currency", "AmountMinor", "PromisedOn", "SaidBy", "Note", "MadeOn", "RecordedAt", "RecordedById"]),
        ],
        DecidedOnce: [("PaymentPromises", "WithdrawnAt")],
        Replaceable: [("PaymentPromises", ["Id"]), ("PromisedInvoices", ["PromiseId", "InvoiceId"]), ("FollowUpEntries", ["Id"])]);

    /// <summary>Clients on hold, and the rules that put them there.</summary>
    public static readonly GuardSet Holds = new(
        Facts: ["CreditRules"],
        FactColumns: [("CreditHolds", ["Id", "OrganizationId", "Reason", "EndsWhenPaid", "PlacedOn", "PlacedAt", "PlacedById"])],
        DecidedOnce: [("CreditHolds", "ReleasedAt")],
        Replaceable: [("CreditRules", ["Id"]), ("CreditHolds", ["Id"])]);

    /// <summary>When an invoice was written down is a fact too; the column is younger than the guard of the others.</summary>
    public const string RecordedInvoices = "Invoices_recorded_no_UPDATE";

    /// <summary>Credit notes that are cancelled or paid back, and credit that was used beside a payment.</summary>
    public static readonly GuardSet CreditWithdrawals = new(
        Facts: ["CreditNoteWithdrawals", "CreditsBeside"],
        FactColumns: [],
        DecidedOnce: [],
        Replaceable:
        [
            ("CreditNoteWithdrawals", ["Id"]), ("CreditNoteWithdrawals", ["ReversesId"]), ("CreditsBeside", ["PaymentId", "FactId"]),
        ]);

    /// <summary>What this version guards: the sets of all migrations.</summary>
    public static readonly GuardSet Current = Initial.Plus(Attachments).Plus(Disputes).Plus(Returns).Plus(Deposits).Plus(FollowUps).Plus(CreditWithdrawals).Plus(BankFiles).Plus(Holds);

    /// <summary>The guards of the ledger as a whole: audit chain, what is kept for lists, who pays for whom.</summary>
    private static readonly string[] Ledger =
    [
        "AuditEntries_chain", "Invoices_balances_insert", "Invoices_balances_update", "Payments_received_insert", "Payments_received_update",
        "Organizations_parts_insert", "Organizations_parts_update", RecordedInvoices, .. PayerGuards.Names,
    ];

    /// <summary>The names of all guards on SQLite, as <see cref="SqliteGuards"/> creates them.</summary>
    public static IReadOnlyList<string> SqliteTriggers => [.. Current.SqliteTriggers, .. Ledger];

    /// <summary>The names of all guards on PostgreSQL, as <see cref="PostgresGuards"/> creates them.</summary>
    public static IReadOnlyList<string> PostgresTriggers => [.. Current.PostgresTriggers, .. Ledger];

    public static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    /// <summary>The columns of a table that never change; none when every column is a fact.</summary>
    public static IReadOnlyList<string> FactColumnsOf(string table) =>
        Current.FactColumns.FirstOrDefault(guard => guard.Table == table).Columns ?? [];
}
