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

    /// <summary>The key columns that INSERT OR REPLACE could aim at, by table.</summary>
    public static readonly IReadOnlyList<(string Table, string Key)> Replaceable =
        [("Invoices", "Id"), ("Invoices", "NumberKey"), ("Payments", "Id"), ("Payments", "Number"),
         ("Allocations", "Id"), ("Adjustments", "Id"), ("Reversals", "Id"), ("AuditEntries", "Seq")];

    public static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    /// <summary>The names of all guards on SQLite, as <see cref="SqliteGuards"/> creates them.</summary>
    public static IReadOnlyList<string> SqliteTriggers =>
        [.. Common, .. Replaceable.Select(guard => $"{guard.Table}_{guard.Key}_no_replace")];

    /// <summary>The names of all guards on PostgreSQL, as <see cref="PostgresGuards"/> creates them.</summary>
    public static IReadOnlyList<string> PostgresTriggers =>
        [.. Common, .. Guarded.Select(table => $"{table}_no_truncate")];

    private static IEnumerable<string> Guarded => [.. Facts, "Invoices", "Payments"];

    private static IEnumerable<string> Common =>
    [
        .. Guarded.SelectMany(table => new[] { $"{table}_no_UPDATE", $"{table}_no_DELETE" }),
        "AuditEntries_chain", "Invoices_balances_insert", "Invoices_balances_update",
    ];
}
