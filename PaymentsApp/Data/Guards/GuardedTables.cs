namespace PaymentsApp.Data.Guards;

/// <summary>Which tables hold facts, and which of their columns are balances that may move.</summary>
internal static class GuardedTables
{
    /// <summary>Tables whose rows are never changed or deleted.</summary>
    public static readonly IReadOnlyList<string> Facts = ["Allocations", "Adjustments", "Reversals", "AuditEntries", "InvoiceRows", "InvoiceBatches"];

    /// <summary>The columns of an invoice that never change: all but its balance.</summary>
    public static readonly IReadOnlyList<string> InvoiceFacts =
        ["Id", "OrganizationId", "Number", "NumberKey", "Currency", "IssuedOn", "DueOn", "TotalMinor", "BatchId"];

    /// <summary>The columns of a payment that never change: all but its balance.</summary>
    public static readonly IReadOnlyList<string> PaymentFacts =
    [
        "Id", "Number", "PayerId", "Currency", "AmountMinor", "AdjustedMinor", "ReceivedOn", "CheckDatedOn", "PaymentTypeId",
        "Reference", "ReferenceKey", "Memo", "RecordedAt", "RecordedById", "Fingerprint",
    ];

    /// <summary>The keys that INSERT OR REPLACE could aim at, by table.</summary>
    public static readonly IReadOnlyList<(string Table, IReadOnlyList<string> Key)> Replaceable =
    [
        ("Invoices", ["Id"]), ("Invoices", ["NumberKey"]), ("InvoiceRows", ["Id"]), ("InvoiceRows", ["InvoiceId", "LineNumber"]), ("InvoiceBatches", ["Id"]),
        ("Payments", ["Id"]), ("Payments", ["Number"]), ("Allocations", ["Id"]), ("Adjustments", ["Id"]), ("AuditEntries", ["Seq"]),
        ("Reversals", ["Id"]), ("Reversals", ["AllocationId"]), ("Reversals", ["AdjustmentId"]), ("Reversals", ["PaymentId"]),
    ];

    public static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    /// <summary>The names of all guards on SQLite, as <see cref="SqliteGuards"/> creates them.</summary>
    public static IReadOnlyList<string> SqliteTriggers =>
        [.. Common, .. Replaceable.Select(guard => NoReplace(guard.Table, guard.Key))];

    /// <summary>The names of all guards on PostgreSQL, as <see cref="PostgresGuards"/> creates them.</summary>
    public static IReadOnlyList<string> PostgresTriggers =>
        [.. Common, .. Guarded.Select(table => $"{table}_no_truncate")];

    /// <summary>The name of the guard of one such key.</summary>
    public static string NoReplace(string table, IEnumerable<string> key) => $"{table}_{string.Join('_', key)}_no_replace";

    private static IEnumerable<string> Guarded => [.. Facts, "Invoices", "Payments"];

    private static IEnumerable<string> Common =>
    [
        .. Guarded.SelectMany(table => new[] { $"{table}_no_UPDATE", $"{table}_no_DELETE" }),
        "AuditEntries_chain", "Invoices_balances_insert", "Invoices_balances_update",
    ];
}
